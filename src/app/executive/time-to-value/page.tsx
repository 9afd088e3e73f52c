import { getTranslations } from "next-intl/server";
import { compareDates, isPlainDate } from "@/kernel/dates";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { twoYearsTo } from "@/modules/metrics/domain/quarters";
import { timeToFirstDeal } from "@/modules/partners/public";
import { FirstDealCurve, headline } from "@/modules/partners/ui/first-deal-curve";
import { page } from "@/server/page";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatNumber } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { readerOf } from "../../reader";

const here = "/executive/time-to-value";
const views = ["all", "there", "waiting"] as const;

export default page("dashboard.executive", async (context) => {
  const { tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("partners.firstDeal");
  const asked = search.asOf && isPlainDate(search.asOf) ? search.asOf : reader.figuresDay;
  const asOf = compareDates(asked, reader.figuresDay) > 0 ? reader.figuresDay : asked;
  const time = await timeToFirstDeal(tx, { from: twoYearsTo(asOf), asOf });
  const view = views.find((name) => name === search.view) ?? "all";
  const shown = time.partners.filter(
    ({ firstWinOn }) => view === "all" || (firstWinOn === null) === (view === "waiting"),
  );
  const counts = {
    all: time.partners.length,
    there: time.partners.length - time.notYet,
    waiting: time.notYet,
  };
  const day = (value: Parameters<typeof formatDay>[0]) => formatDay(value, reader.locale, { year: true });
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        size="answer"
        title={`${headline(time, t)}.`}
        sub={t("sub", {
          day: day(asOf),
          mean: time.mean === null ? "" : t("mean", { days: formatNumber(time.mean, reader.locale) }),
        })}
      />
      <div className="mt-7 max-w-190">
        <FirstDealCurve title={t("curve")} time={time} href={`${here}?asOf=${asOf}`} />
      </div>
      <div className="mt-8 pb-2.5">
        <Tabs
          label={t("list")}
          items={views.map((name) => ({
            href: `${here}?asOf=${asOf}${name === "all" ? "" : `&view=${name}`}`,
            label: t(`tabs.${name}`),
            count: counts[name],
            current: name === view,
          }))}
        />
      </div>
      <DataTable
        label={t("list")}
        keyboard
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
        columns={[
          { id: "partner", header: t("columns.partner") },
          { id: "region", header: t("columns.region"), hide: "phone" },
          { id: "signed", header: t("columns.signed"), oneLine: true },
          { id: "won", header: t("columns.won"), oneLine: true },
          { id: "days", header: t("columns.days"), align: "end" },
        ]}
        rows={shown.map((partner) => ({
          id: partner.id,
          href: `/executive/deals${searchFrom({ win: "confirmed", partnerId: partner.id })}`,
          label: partner.name,
          cells: {
            partner: partner.name,
            region: partner.region,
            signed: day(partner.signedOn),
            won: partner.firstWinOn ? day(partner.firstWinOn) : "–",
            days: partner.firstWinOn ? String(partner.days) : t("waitingSince", { days: partner.days }),
          },
        }))}
      />
    </>
  );
});
