import { getTranslations } from "next-intl/server";
import { renderSVG } from "uqr";
import { ownSecondFactor } from "@/modules/people/queries/profile";
import { SecondFactorSetup } from "@/modules/people/ui/second-factor-forms";
import { enrolment } from "@/server/auth/second-factor";
import { installation } from "@/server/exchange";
import { page } from "@/server/page";
import { SpokenByClients } from "../../spoken-by-clients";
import { Door } from "../door";
import { safePath } from "../safe-path";

/** Where a second factor is set up: a picture for the app, the same to type, and its first code. */
export default page("profile.own", async ({ viewer, tx, search }) => {
  const returnTo = safePath(search.returnTo);
  const t = await getTranslations("people.secondFactor");
  const factor = await ownSecondFactor(tx, viewer.self);
  const { vendorName } = await installation(tx);
  return (
    <Door title={t("title")} lead={t(viewer.owesSecondFactor ? "required" : "lead", { vendor: vendorName })}>
      <SpokenByClients also="people">
        <SecondFactorSetup stage={factor ? (factor.confirmed ? "on" : "confirm") : "begin"} returnTo={returnTo}>
          {factor && !factor.confirmed && (
            <SecretForApp t={t} {...enrolment(factor.secret, viewer.email, vendorName)} />
          )}
        </SecondFactorSetup>
      </SpokenByClients>
    </Door>
  );
});

function SecretForApp({ uri, secret, t }: { uri: string; secret: string; t: (key: string) => string }) {
  return (
    <ol className="mt-5 grid gap-4">
      <li>
        <p>{t("scan")}</p>
        <div
          role="img"
          aria-label={t("picture")}
          className="mt-3 w-48 rounded-md border border-line bg-white p-2"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, from an address of ours
          dangerouslySetInnerHTML={{ __html: renderSVG(uri, { border: 1 }) }}
        />
      </li>
      <li>
        <p>{t("type")}</p>
        <p className="figures mt-1 text-base wrap-anywhere">{secret.match(/.{1,4}/g)?.join(" ")}</p>
      </li>
    </ol>
  );
}
