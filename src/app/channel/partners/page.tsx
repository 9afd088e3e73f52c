import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addMonths, dayOf } from "@/kernel/dates";
import { money } from "@/kernel/money";
import { countryName } from "@/modules/accounts/domain/countries";
import {
  partnerFilterFrom,
  partnerSearchFrom,
  partnerTiers,
  partnerTypes,
} from "@/modules/partners/domain/list-filter";
import { type PartnerColumn, partnerList } from "@/modules/partners/list";
import { countPartners, listPartners } from "@/modules/partners/queries/list-partners";
import { partnerText } from "@/modules/partners/ui/partner-words";
import { page } from "@/server/page";
import { DataTable } from "@/ui/data-table/data-table";
import type { DataTableColumn } from "@/ui/data-table/types";
import { EmptyState } from "@/ui/empty-state";
import { formatDay, formatMoney, formatNumber } from "@/ui/format/format";
import { Section } from "@/ui/section";
import { TaskList } from "@/ui/task-list";
import { ListPage, listState, sortsOf } from "../../list-page";
import { needsOf } from "../../needs";
import { portalOf } from "../../portals";
import { readerOf } from "../../reader";

const here = "/channel/partners";

const looks: Partial<Record<PartnerColumn, Omit<DataTableColumn, "id" | "header">>> = {
  tier: {},
  region: {},
  manager: { hide: "tablet" },
  contact: { hide: "tablet" },
  waiting: { align: "end", hide: "tablet" },
  openDeals: { align: "end" },
  open: { align: "end" },
  won: { align: "end", hide: "phone" },
};

export default page("partner.read", async (context) => {
  const { actor, tx, search } = context;
  const reader = await readerOf(context);
  const { locale, vendor } = reader;
  const t = await getTranslations("partners");
  const withDeals = can(actor, "deal.read");
  const filter = partnerFilterFrom(search);
  const list = partnerList({ withDeals, withContacts: can(actor, "record.read") });
  const state = await listState(context, list, here, partnerSearchFrom(filter));
  const tasks = can(actor, "dashboard.channel") ? [] : await needsOf(context, reader);
  const total = await countPartners(tx, filter);
  const wonSince = addMonths(reader.figuresDay, -12);
  const { rows, next } = await listPartners(tx, { filter, sort: state.look.sort, after: search.after, wonSince });
  const day = (value: Parameters<typeof formatDay>[0]) => formatDay(value, locale, { year: true });
  const reading = {
    t,
    country: (code: string) => countryName(code, locale),
    day: (signed: Parameters<typeof formatDay>[0] | null) => (signed ? day(signed) : ""),
    moment: (at: Date | null) => (at ? day(dayOf(at, reader.zone)) : ""),
    amount: (value: number) =>
      value === 0 ? "" : formatMoney(money(value, vendor.reportingCurrency), locale, { compact: true }),
  };
  const { columns } = state.look;
  const shown = state.list.columns.filter(({ id, usual }, at) => at === 0 || (columns ? columns.includes(id) : usual));
  const sorts = sortsOf(state);
  return (
    <ListPage
      context={context}
      state={state}
      title={t("title")}
      count={formatNumber(total, locale)}
      sub={t(withDeals ? "sub" : "subNames")}
      above={
        // Who has no home of their own begins here.
        tasks.length > 0 &&
        portalOf(actor) === "channel" && (
          <Section title={t("needsMe")} spaced>
            <TaskList tasks={tasks} />
          </Section>
        )
      }
      views={[
        { label: t("views.all"), query: "" },
        ...(withDeals ? [{ label: t("views.waiting"), query: partnerSearchFrom({ waiting: true }) }] : []),
      ]}
      search={{ label: t("search"), button: t("searchAction"), words: filter.search }}
      selects={[
        {
          name: "tier",
          label: t("columns.tier"),
          current: filter.tier,
          options: partnerTiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) })),
        },
        {
          name: "type",
          label: t("columns.types"),
          current: filter.type,
          options: partnerTypes.map((type) => ({ value: type, label: t(`type.${type}`) })),
        },
      ]}
      chips={(["search", "tier", "type"] as const).flatMap((name) => {
        const { [name]: value, ...rest } = filter;
        if (!value) return [];
        const label = t(name === "search" ? "searchAction" : `columns.${name === "type" ? "types" : name}`);
        return {
          label,
          value: name === "search" ? value : t(`${name}.${value}`),
          removeHref: `${here}${partnerSearchFrom(rest) || "?view=all"}`,
          removeLabel: t("removeFilter", { label }),
        };
      })}
      headOf={(column) => t(`columns.${column}`)}
      exported
      next={next}
    >
      <DataTable
        label={t("title")}
        keyboard
        empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
        columns={shown.map(({ id }) => ({
          id,
          header: t(`columns.${id}`),
          ...(looks[id] ?? { oneLine: "wide" }),
          ...(columns && { hide: undefined }),
          sort: sorts[id],
        }))}
        rows={rows.map((row) => ({
          id: row.id,
          href: `${here}/${row.id}`,
          label: row.name,
          cells: Object.fromEntries(shown.map(({ id }) => [id, partnerText(id, row, reading) || "–"])),
        }))}
      />
    </ListPage>
  );
});
