import { getTranslations } from "next-intl/server";
import { settingsRights } from "@/modules/vendor/access";
import { listProductLines } from "@/modules/vendor/queries/structure";
import { Confirm, EditProduct } from "@/modules/vendor/ui/setting-actions";
import { SettingList } from "@/modules/vendor/ui/setting-list";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ actor, tx }) => {
  const t = await getTranslations("vendor.products");
  const lines = await listProductLines(tx);
  const { manage } = settingsRights(actor);
  const add = manage && <EditProduct values={{ id: newId(), version: 0, name: "", code: "" }} />;
  return (
    <SettingsPage
      current="products"
      count={lines.filter(({ active }) => active).length}
      primary={lines.length > 0 && add}
    >
      {lines.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} action={add} />}
      <SettingList
        label={t("list")}
        rows={lines.map(({ id, version, name, code, active, deals }) => ({
          id,
          title: name,
          quiet: !active,
          detail: t(active ? "detail" : "retiredDetail", { code, count: deals }),
          actions: manage && (
            <>
              {active && <EditProduct values={{ id, version, name, code }} />}
              <Confirm
                verb={active ? "retireProduct" : "bringBackProduct"}
                danger={active}
                name={name}
                values={{ id, version, active: !active }}
              />
            </>
          ),
        }))}
      />
    </SettingsPage>
  );
});
