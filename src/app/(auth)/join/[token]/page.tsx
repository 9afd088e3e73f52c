import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { joining } from "@/modules/people/queries/join";
import { JoinForm } from "@/modules/people/ui/join-form";
import { publicPage } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { SpokenByClients } from "../../../spoken-by-clients";
import { Door } from "../../door";

/** Where the link of an invitation leads. Looking at it changes nothing, for machines follow links too. */
export default publicPage(async ({ params }) => {
  const token = decodeURIComponent(params.token ?? "");
  const found = await joining(token, new Date());
  if (!found) notFound();
  const t = await getTranslations("people.join");
  const { state, inviter, organisation, name, email } = found;
  if (state !== "open") {
    return (
      <Door title={t(`${state}.title`)} lead={t(`${state}.text`, { inviter })}>
        <div className="mt-6">
          <LinkButton href="/sign-in" variant={state === "accepted" ? "primary" : "default"} size="lg">
            {t("signIn")}
          </LinkButton>
        </div>
      </Door>
    );
  }
  return (
    <Door title={t("title", { organisation })} lead={t("lead", { inviter, email })}>
      <SpokenByClients also="people">
        <JoinForm token={token} name={name} email={email} />
      </SpokenByClients>
    </Door>
  );
});
