import { getTranslations } from "next-intl/server";
import { eligiblePeople } from "@/modules/vendor/queries/setup";
import { RoleMatrix } from "@/modules/vendor/ui/role-matrix";
import { page } from "@/server/page";
import { Notice } from "@/ui/notice";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ tx }) => {
  const t = await getTranslations("vendor.roles");
  const { deciders } = await eligiblePeople(tx);
  return (
    <SettingsPage current="roles">
      <Notice tone="info" title={t(deciders > 1 ? "secondOn" : "secondOff", { count: deciders })}>
        {t("secondText")}
      </Notice>
      <div className="mt-6">
        <RoleMatrix />
      </div>
    </SettingsPage>
  );
});
