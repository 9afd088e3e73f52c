import { getTranslations } from "next-intl/server";
import { businessMinutesBetween } from "@/kernel/calendar";
import { addDays, dayOf, startOfDay } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { ifApproved } from "@/modules/deals/domain/approval";
import type { OfferedReason } from "@/modules/deals/domain/reasons";
import { reviewersFor } from "@/modules/deals/queries/home";
import { type DealRow, listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { reasonChoices } from "@/modules/deals/queries/reasons";
import { reviewBases } from "@/modules/deals/queries/review-basis";
import { OfferedReasons } from "@/modules/deals/ui/offered-reasons";
import { QueuePreview } from "@/modules/deals/ui/vendor/queue-preview";
import { QueueTable } from "@/modules/deals/ui/vendor/queue-table";
import { BulkBar } from "@/modules/lists/ui/bulk-bar";
import { businessCalendars } from "@/server/clocks";
import { page } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { formatMoney, formatNumber } from "@/ui/format/format";
import { KeyHints } from "@/ui/kbd";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { Tabs } from "@/ui/tabs";
import { bulkStanding } from "../../bulk-page";
import { decidable, queueOf } from "../../deal-selection";
import { readerOf } from "../../reader";
import { SpokenByClients } from "../../spoken-by-clients";

const here = "/channel/decide";
const list = "deals-to-decide";
const runs = "/channel/bulk";

export default page("deal.decide", async (context) => {
  const { actor, tx, now, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("channel.decide");
  const mine = queueOf(actor, false);
  const everybodys = queueOf(actor, true);
  const all = search.view === "all";
  const filter = all ? everybodys : mine;
  const tomorrow = startOfDay(addDays(dayOf(now, reader.zone), 1), reader.zone);
  const shown = await totalDeals(tx, filter);
  const overdue = await totalDeals(tx, { ...filter, dueBefore: now });
  const untilTonight = await totalDeals(tx, { ...filter, dueBefore: tomorrow });
  const counts = { mine: (await totalDeals(tx, mine)).count, all: (await totalDeals(tx, everybodys)).count };
  const { rows, next } = await listDeals(tx, actor, {
    filter,
    sort: { by: "due", descending: false },
    after: search.after,
  });
  const calendarOf = await businessCalendars(
    tx,
    rows.map((row) => row.partnerId),
  );
  const bases = await reviewBases(
    tx,
    rows.map((row) => row.id),
  );
  const reasons = await reasonChoices(tx);
  const vendorToday = dayOf(now, reader.vendor.zone);
  const preview = (row: DealRow) => {
    const basis = bases.get(row.id);
    return (
      basis && (
        <QueuePreview
          row={row}
          basis={basis}
          approval={ifApproved(basis.evaluation, row.amount, vendorToday)}
          used={businessMinutesBetween(calendarOf(row.partnerId), basis.clock.startedAt, now)}
          now={now}
          zone={reader.zone}
          currency={reader.vendor.reportingCurrency}
        />
      )
    );
  };
  const first = rows.find((row) => row.can.decide);
  const query = all ? "?view=all" : "";
  return (
    <OfferedReasons choices={reasons}>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead
        title={t("title")}
        count={shown.count}
        sub={
          shown.count > 0
            ? t("sentence", {
                overdue: overdue.count,
                today: untilTonight.count - overdue.count,
                amount: formatMoney(money(shown.reportingAmount, reader.vendor.reportingCurrency), reader.locale, {
                  whole: true,
                }),
              })
            : undefined
        }
        primary={
          first && (
            <LinkButton variant="primary" href={`/channel/deals/${first.id}`}>
              {t("openNext")}
            </LinkButton>
          )
        }
      />
      {await bulkStanding(context, list, runs)}
      <div className="mt-4 pb-2.5">
        <Tabs
          label={t("tabs")}
          items={[
            { href: here, label: t("mine"), count: counts.mine, current: !all },
            { href: `${here}?view=all`, label: t("all"), count: counts.all, current: all },
          ]}
        />
      </div>
      <QueueTable
        rows={rows.map((row) => ({
          ...row,
          left: row.dueAt ? businessMinutesBetween(calendarOf(row.partnerId), now, row.dueAt) : 0,
          preview: preview(row),
          choose: decidable(row),
        }))}
        bulk={await bulk(`${here}/selection${query}`, formatNumber(shown.count, reader.locale), reasons.rejection)}
        now={now}
        zone={reader.zone}
        withReviewer={all || reviewersFor(actor).length > 1}
      />
      <KeyHints
        hints={[
          { keys: ["j", "k"], does: t("keys.move") },
          { keys: ["Enter"], does: t("keys.open") },
          { keys: ["x"], does: t("keys.choose") },
          { keys: ["a"], does: t("keys.approve") },
          { keys: ["r"], does: t("keys.return") },
        ]}
      />
      <Pager
        firstHref={search.after ? `${here}${query}` : undefined}
        nextHref={next ? `${here}${query ? `${query}&` : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </OfferedReasons>
  );
});

/** What can be done with many at once: the reason and the note go to every partner concerned. */
async function bulk(href: string, count: string, offered: readonly OfferedReason[]) {
  const t = await getTranslations("channel.decide");
  const words = await getTranslations("deals.reason");
  const approval = [{ name: "note", label: t("noteForPartner") }];
  const rejection = [
    {
      name: "reason",
      label: t("reason"),
      placeholder: t("chooseReason"),
      options: offered.map(({ code }) => ({ value: code, label: words(code) })),
      missing: "bulk.errors.reasonMissing",
    },
    { name: "note", label: t("noteForPartner"), help: t("noteHelp"), missing: "bulk.errors.noteMissing" },
  ];
  return (
    <SpokenByClients also="bulk">
      <BulkBar
        list={list}
        runs={runs}
        all={{ href, count }}
        offers={[
          { action: "reject", variant: "danger", fields: rejection },
          { action: "approve", variant: "primary", kbd: "a", fields: approval },
        ]}
      />
    </SpokenByClients>
  );
}
