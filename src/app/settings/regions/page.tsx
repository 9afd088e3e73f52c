import { getLocale, getTranslations } from "next-intl/server";
import { settingsRights } from "@/modules/vendor/access";
import { withAllBelow } from "@/modules/vendor/domain/region-tree";
import { type ListedRegion, listRegions } from "@/modules/vendor/queries/structure";
import { Confirm, EditRegion } from "@/modules/vendor/ui/setting-actions";
import { SettingList } from "@/modules/vendor/ui/setting-list";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ actor, tx }) => {
  const t = await getTranslations("vendor.regions");
  const regions = await listRegions(tx, await getLocale());
  const { manage } = settingsRights(actor);
  const current = regions.filter(({ retiredAt }) => !retiredAt);
  const retired = regions.filter(({ retiredAt }) => retiredAt);
  const option = ({ id, name, depth }: ListedRegion) => ({ value: id, label: `${"– ".repeat(depth)}${name}` });
  const add = manage && (
    <EditRegion values={{ id: newId(), version: 0, name: "", code: "", parentId: "" }} regions={current.map(option)} />
  );
  return (
    <SettingsPage current="regions" count={current.length} primary={current.length > 0 && add}>
      {current.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} action={add} />}
      <SettingList
        label={t("list")}
        rows={current.map((region) => ({
          id: region.id,
          depth: region.depth,
          title: region.name,
          detail: t("detail", { code: region.code, count: region.partners }),
          actions: manage && (
            <>
              <EditRegion
                values={{
                  id: region.id,
                  version: region.version,
                  name: region.name,
                  code: region.code,
                  parentId: region.parentId ?? "",
                }}
                regions={current.filter(({ id }) => !withAllBelow(regions, region.id).has(id)).map(option)}
              />
              <Confirm verb="retireRegion" danger name={region.name} values={pick(region)} />
            </>
          ),
        }))}
      />
      {retired.length > 0 && (
        <>
          <h2 className="mt-8 border-b border-line pb-2">{t("retired")}</h2>
          <SettingList
            label={t("retired")}
            rows={retired.map((region) => ({
              id: region.id,
              title: region.name,
              quiet: true,
              detail: region.code,
              actions: manage && (
                <Confirm verb="bringBackRegion" danger={false} name={region.name} values={pick(region)} />
              ),
            }))}
          />
        </>
      )}
    </SettingsPage>
  );
});

const pick = ({ id, version }: ListedRegion) => ({ id, version });
