import { getTranslations } from "next-intl/server";
import { addDays } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { endingDays } from "@/modules/deals/domain/protection";
import { endingsOf } from "@/modules/deals/queries/ending-deals";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { reasonChoices } from "@/modules/deals/queries/reasons";
import { OfferedReasons } from "@/modules/deals/ui/offered-reasons";
import { EndingPreview } from "@/modules/deals/ui/vendor/ending-preview";
import { EndingTable } from "@/modules/deals/ui/vendor/ending-table";
import { page } from "@/server/page";
import { formatMoney } from "@/ui/format/format";
import { KeyHints } from "@/ui/kbd";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { readerOf } from "../../reader";

const here = "/channel/expiring";
const windows = [7, endingDays, 90] as const;

export default page("deal.decide", async (context) => {
  const { actor, tx, now, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.expiring");
  const chosen = windows.find((days) => String(days) === search.days) ?? endingDays;
  const within = (days: number) => ({ endsThrough: addDays(reader.today, days) });
  const counts = new Map<number, number>();
  for (const days of windows) counts.set(days, (await totalDeals(tx, within(days))).count);
  const shown = await totalDeals(tx, within(chosen));
  const { rows, next } = await listDeals(tx, actor, {
    filter: within(chosen),
    sort: { by: "protected", descending: false },
    after: search.after,
  });
  const endings = await endingsOf(
    tx,
    actor,
    rows.map((row) => row.id),
  );
  const place = (days: number) => (days === endingDays ? here : `${here}?days=${days}`);
  const asked = rows.filter((row) => endings.get(row.id)?.asked).length;
  return (
    <OfferedReasons choices={await reasonChoices(tx)}>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={t("title")}
        count={shown.count}
        sub={
          shown.count > 0
            ? t("sentence", {
                count: shown.count,
                days: chosen,
                asked,
                amount: formatMoney(money(shown.reportingAmount, reader.vendor.reportingCurrency), reader.locale, {
                  whole: true,
                }),
              })
            : undefined
        }
      />
      <div className="mt-4 pb-2.5">
        <Tabs
          label={t("tabs")}
          items={windows.map((days) => ({
            href: place(days),
            label: t("within", { days }),
            count: counts.get(days),
            current: days === chosen,
          }))}
        />
      </div>
      <EndingTable
        rows={rows.map((row) => {
          const ending = endings.get(row.id) ?? null;
          return {
            ...row,
            ending,
            preview: ending && <EndingPreview row={row} ending={ending} now={now} zone={reader.zone} />,
          };
        })}
        today={reader.today}
      />
      <KeyHints
        hints={[
          { keys: ["j", "k"], does: t("keys.move") },
          { keys: ["Enter"], does: t("keys.open") },
        ]}
      />
      <Pager
        firstHref={search.after ? place(chosen) : undefined}
        nextHref={
          next ? `${place(chosen)}${chosen === endingDays ? "?" : "&"}after=${encodeURIComponent(next)}` : undefined
        }
      />
    </OfferedReasons>
  );
});
