import { getLocale, getTranslations } from "next-intl/server";
import { dayOf, daysBetween } from "@/kernel/dates";
import { settingsRights } from "@/modules/vendor/access";
import { currenciesWithoutRate, listCurrencies, rateFeed } from "@/modules/vendor/queries/rates";
import { RateTable } from "@/modules/vendor/ui/rate-table";
import { DailySwitch, ImportRates } from "@/modules/vendor/ui/rates-actions";
import { installation } from "@/server/exchange";
import { page } from "@/server/page";
import { EmptyState } from "@/ui/empty-state";
import { formatDayTime } from "@/ui/format/format";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { SettingsPage } from "../settings-page";

/** How old the newest rate may be before the page says so: a long weekend with a holiday on either side. */
const usualAge = 5;

export default page("settings.read", async ({ actor, tx, now }) => {
  const t = await getTranslations("vendor.rates");
  const locale = await getLocale();
  const { reportingCurrency, zone } = await installation(tx);
  const currencies = await listCurrencies(tx);
  const feed = await rateFeed(tx);
  const missing = await currenciesWithoutRate(tx, reportingCurrency);
  const { manage } = settingsRights(actor);
  const newest = currencies
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const age = newest ? daysBetween(newest, dayOf(now, zone)) : 0;
  const when = (at: Date) => formatDayTime(at, locale, actor.zone, { zoneName: true });
  return (
    <SettingsPage
      current="rates"
      count={currencies.length}
      primary={manage && currencies.length > 0 && <ImportRates />}
    >
      <div className="grid gap-3">
        {missing.length > 0 && (
          <Notice tone="critical" title={t("missing", { currencies: missing.join(", ") })}>
            {t("missingText")}
          </Notice>
        )}
        {newest && age > usualAge && (
          <Notice tone="warning" title={t("old", { days: age })}>
            {t("oldText")}
          </Notice>
        )}
      </div>
      {currencies.length === 0 ? (
        <EmptyState
          title={t("empty")}
          text={t("emptyText", { reportingCurrency })}
          action={manage && <ImportRates />}
        />
      ) : (
        <RateTable currencies={currencies} locale={locale} />
      )}
      <Section title={t("daily")} spaced>
        <p className="mt-3 max-w-prose text-ink-2">{t(feed.daily ? "dailyOn" : "dailyOff")}</p>
        {feed.readAt && <p className="mt-1">{t("lastRead", { when: when(feed.readAt) })}</p>}
        {feed.daily && feed.error && feed.triedAt && (
          <div className="mt-3">
            <Notice tone="warning" title={t("notFetched", { when: when(feed.triedAt) })}>
              {feed.error}
            </Notice>
          </div>
        )}
        {manage && (
          <div className="mt-3">
            <DailySwitch daily={feed.daily} />
          </div>
        )}
      </Section>
    </SettingsPage>
  );
});
