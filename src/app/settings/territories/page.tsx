import { getLocale, getTranslations } from "next-intl/server";
import { countriesIn, countryName } from "@/modules/accounts/domain/countries";
import { settingsRights } from "@/modules/vendor/access";
import { listTerritories, partnerChoices } from "@/modules/vendor/queries/structure";
import { Confirm, EditTerritory } from "@/modules/vendor/ui/setting-actions";
import { SettingList } from "@/modules/vendor/ui/setting-list";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { SettingsPage } from "../settings-page";

const mostNamed = 6;

export default page("settings.read", async ({ actor, tx }) => {
  const t = await getTranslations("vendor.territories");
  const locale = await getLocale();
  const territories = await listTerritories(tx);
  const { manage } = settingsRights(actor);
  const partners = manage ? (await partnerChoices(tx)).map(({ id, name }) => ({ value: id, label: name })) : [];
  const countries = countriesIn(locale).map(({ code, name }) => ({ value: code, label: name }));
  const named = (names: readonly string[]) =>
    new Intl.ListFormat(locale).format([
      ...names.slice(0, mostNamed),
      ...(names.length > mostNamed ? [t("more", { count: names.length - mostNamed })] : []),
    ]);
  const add = manage && (
    <EditTerritory
      values={{ id: newId(), version: 0, name: "", countries: [], partnerIds: [] }}
      countries={countries}
      partners={partners}
    />
  );
  return (
    <SettingsPage current="territories" count={territories.length} primary={territories.length > 0 && add}>
      {territories.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} action={add} />}
      <SettingList
        label={t("list")}
        rows={territories.map((territory) => ({
          id: territory.id,
          title: territory.name,
          detail: (
            <>
              {named(territory.countries.map((code) => countryName(code, locale)))}
              <br />
              {territory.partners.length === 0
                ? t("grantedToNobody")
                : t("granted", { names: named(territory.partners.map(({ name }) => name)) })}
            </>
          ),
          actions: manage && (
            <>
              <EditTerritory
                values={{
                  id: territory.id,
                  version: territory.version,
                  name: territory.name,
                  countries: [...territory.countries],
                  partnerIds: territory.partners.map(({ id }) => id),
                }}
                countries={countries}
                partners={partners}
              />
              <Confirm
                verb="retireTerritory"
                danger
                name={territory.name}
                values={{ id: territory.id, version: territory.version }}
              />
            </>
          ),
        }))}
      />
    </SettingsPage>
  );
});
