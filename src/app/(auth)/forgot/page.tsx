import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/modules/people/ui/forgot-form";
import { publicPage } from "@/server/page";
import { SpokenByClients } from "../../spoken-by-clients";
import { Door } from "../door";

/** Where somebody asks for a new password. */
export default publicPage(async () => {
  const t = await getTranslations("people.forgot");
  return (
    <Door title={t("title")} lead={t("lead")}>
      <SpokenByClients also="people">
        <ForgotForm />
      </SpokenByClients>
    </Door>
  );
});
