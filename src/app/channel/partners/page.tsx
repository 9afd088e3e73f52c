import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addMonths, dayOf } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { countPartners, listPartners } from "@/modules/partners/queries/list-partners";
import { page } from "@/server/page";
import { DataTable } from "@/ui/data-table/data-table";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatMoney } from "@/ui/format/format";
import { PageHead } from "@/ui/page-head";
import { Pager } from "@/ui/pager";
import { SearchForm } from "@/ui/search-form";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { TaskList } from "@/ui/task-list";
import { needsOf } from "../../needs";
import { portalOf } from "../../portals";
import { readerOf } from "../../reader";

const here = "/channel/partners";

export default page("partner.read", async (context) => {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const t = await getTranslations("partners");
  const words = search.search?.trim().slice(0, 100);
  const total = await countPartners(tx);
  const { rows, next } = await listPartners(tx, {
    wonSince: addMonths(reader.figuresDay, -12),
    ...(words ? { search: words } : {}),
    ...(search.after ? { after: search.after } : {}),
  });
  const withContacts = can(actor, "record.read");
  const tasks = can(actor, "dashboard.channel") ? [] : await needsOf(context, reader);
  const withDeals = can(actor, "deal.read");
  const amount = (value: number) =>
    value === 0 ? "–" : formatMoney(money(value, reader.vendor.reportingCurrency), reader.locale, { compact: true });
  const query = words ? `?search=${encodeURIComponent(words)}` : "";
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("title") }]} />
      <PageHead title={t("title")} count={total} sub={t(withDeals ? "sub" : "subNames")} />
      {/* Who has no home of their own begins here. */}
      {tasks.length > 0 && portalOf(actor) === "channel" && (
        <Section title={t("needsMe")} spaced>
          <TaskList tasks={tasks} />
        </Section>
      )}
      <div className="mt-4 pb-2.5">
        <SearchForm action={here} label={t("search")} button={t("searchAction")} words={words} />
      </div>
      <DataTable
        label={t("title")}
        keyboard
        empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
        columns={[
          { id: "name", header: t("columns.name") },
          { id: "tier", header: t("columns.tier"), hide: "phone" },
          { id: "region", header: t("columns.region"), hide: "phone" },
          { id: "manager", header: t("columns.manager"), hide: "tablet" },
          ...(withContacts ? [{ id: "contact", header: t("columns.contact"), hide: "tablet" as const }] : []),
          ...(withDeals
            ? [
                { id: "waiting", header: t("columns.waiting"), align: "end" as const, hide: "tablet" as const },
                { id: "open", header: t("columns.open"), align: "end" as const },
                { id: "won", header: t("columns.won"), align: "end" as const, hide: "phone" as const },
              ]
            : []),
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          href: `${here}/${row.id}`,
          label: row.name,
          cells: {
            name: row.name,
            tier: t(`tier.${row.tier}`),
            region: `${row.region}, ${new Intl.DisplayNames([reader.locale], { type: "region" }).of(row.country) ?? row.country}`,
            manager: row.manager ?? "–",
            contact: row.lastContact
              ? formatDay(dayOf(row.lastContact, reader.zone), reader.locale, { year: true })
              : "–",
            waiting: row.waiting || "–",
            open: amount(row.openAmount),
            won: amount(row.wonAmount),
          },
        }))}
      />
      <Pager
        firstHref={search.after ? `${here}${query}` : undefined}
        nextHref={next ? `${here}${query ? `${query}&` : "?"}after=${encodeURIComponent(next)}` : undefined}
      />
    </>
  );
});
