import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { demoPeople } from "@/server/auth/credentials";
import { isEmptyInstallation } from "@/server/auth/first-administrator";
import { viewer } from "@/server/auth/viewer";
import { publicPage } from "@/server/page";
import { Notice } from "@/ui/notice";
import { Door } from "../door";
import { safePath } from "../safe-path";
import { DemoSignIn } from "./demo-sign-in";
import { SignInForm } from "./sign-in-form";

export default publicPage(async ({ search }) => {
  const returnTo = safePath(search.returnTo);
  if (await viewer()) redirect(returnTo);
  const t = await getTranslations("signIn");
  const people = await demoPeople();
  return (
    <Door title={t("title")} lead={t("lead")}>
      {(await isEmptyInstallation()) && (
        <div className="mt-5">
          <Notice tone="info" title={t("empty")}>
            {t("emptyText")}
          </Notice>
        </div>
      )}
      <SignInForm returnTo={returnTo} />
      {people.length > 0 && (
        <DemoSignIn
          returnTo={returnTo}
          people={people.map((person) => ({
            id: person.person_id,
            name: person.name,
            detail: t("demoDetail", { role: t(`roles.${person.role}`), organisation: person.organisation }),
          }))}
        />
      )}
    </Door>
  );
});
