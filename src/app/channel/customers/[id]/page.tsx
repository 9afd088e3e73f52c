import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { money } from "@/kernel/money";
import { namedAccount, namedBehind } from "@/modules/accounts/queries/named-account";
import { recordAccount } from "@/modules/accounts/queries/record-account";
import { AccountFacts } from "@/modules/accounts/ui/account-facts";
import { NamedAccountFacts } from "@/modules/accounts/ui/named-account";
import { type DealFilter, searchFrom } from "@/modules/deals/domain/list-filter";
import { listDeals, totalDeals } from "@/modules/deals/queries/list-deals";
import { DealRows } from "@/modules/deals/ui/deal-rows";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { Chip } from "@/ui/chip";
import { RecordColumns } from "@/ui/columns";
import { EmptyState } from "@/ui/empty-state";
import { formatMoney } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { MetricStrip, MetricTile } from "@/ui/metric-tile";
import { PageHead } from "@/ui/page-head";
import { Section } from "@/ui/section";
import { PageCrumbs } from "@/ui/shell/crumbs";
import { AccountRecordTimeline, besideRecord } from "../../../beside-record";
import { readerOf } from "../../../reader";
import { SpokenByClients } from "../../../spoken-by-clients";

const here = "/channel/customers";

export default page("deal.read", async (context) => {
  const { actor, tx, params } = context;
  const reader = await readerOf(context);
  // Partners read deals too, but the customer as a record is the vendor's.
  const account = actor.side === "vendor" ? await recordAccount(tx, params.id ?? "") : null;
  if (!account) notFound();
  const named = await namedAccount(tx, actor, account.id);
  const t = await getTranslations("accounts");
  const accountId = account.id;
  const filters = {
    open: { open: true, accountId },
    won: { win: "confirmed", accountId },
    review: { statuses: ["in_review"], accountId },
  } as const satisfies Record<string, DealFilter>;
  const open = await totalDeals(tx, filters.open);
  const won = await totalDeals(tx, filters.won);
  const review = await totalDeals(tx, filters.review);
  const { rows } = await listDeals(tx, actor, { filter: { accountId }, size: 8 });
  const amount = (value: number) =>
    formatMoney(money(value, reader.vendor.reportingCurrency), reader.locale, { compact: true });
  const to = (filter: DealFilter) => `/channel/deals${searchFrom(filter)}`;
  return (
    <>
      <PageCrumbs crumbs={[{ label: t("deals"), href: "/channel/deals" }, { label: account.name }]} />
      <PageHead
        title={account.name}
        chips={named.entry && <Chip icon="flag">{t("named.title")}</Chip>}
        facts={[t("customer")]}
      />
      <RecordColumns
        railLabel={t("facts")}
        rail={
          <>
            <AccountFacts account={account} base={here} locale={reader.locale} />
            <SpokenByClients also="accounts">
              <NamedAccountFacts
                accountId={account.id}
                customer={account.name}
                named={named}
                entryId={newId()}
                zone={reader.zone}
              />
            </SpokenByClients>
          </>
        }
      >
        <MetricStrip>
          <MetricTile
            label={t("open")}
            figure={amount(open.reportingAmount)}
            href={to(filters.open)}
            rows={t("rows", { count: open.count })}
          />
          <MetricTile
            label={t("won")}
            figure={amount(won.reportingAmount)}
            href={to(filters.won)}
            rows={t("rows", { count: won.count })}
          />
          <MetricTile
            label={t("review")}
            figure={String(review.count)}
            href={to(filters.review)}
            rows={amount(review.reportingAmount)}
          />
        </MetricStrip>
        <Section title={t("latest")} aside={<Link href={to({ accountId })}>{t("allDeals")}</Link>} spaced>
          <DealRows
            rows={rows}
            base="/channel/deals"
            side="vendor"
            zone={reader.zone}
            label={t("latest")}
            empty={<EmptyState title={t("noDeals")} text={t("noDealsText")} />}
          />
        </Section>
        <AccountRecordTimeline
          {...(await besideRecord({
            context,
            reader,
            record: { kind: "account", id: account.id },
            base: `${here}/${account.id}`,
            more: (after, most) => namedBehind(tx, account.id, after, most),
          }))}
        />
      </RecordColumns>
    </>
  );
});
