import { stringify } from "csv-stringify/sync";
import { getTranslations } from "next-intl/server";
import { type Money, minorDigits } from "@/kernel/money";
import { filterFrom } from "@/modules/deals/domain/list-filter";
import { type DealRow, listDeals } from "@/modules/deals/queries/list-deals";
import type { RouteGiven } from "@/server/route";

const atOnce = 500;
const columns = [
  "number",
  "customer",
  "partner",
  "product",
  "amount",
  "currency",
  "status",
  "stage",
  "protectedThrough",
  "expectedClose",
  "wonOn",
  "lostOn",
  "lostReason",
] as const;

function major(money: Money | null): string {
  return money ? (money.amount / 10 ** minorDigits(money.currency)).toFixed(minorDigits(money.currency)) : "";
}

function record(row: DealRow): Record<(typeof columns)[number], string> {
  const amount = row.wonAmount ?? row.amount;
  return {
    number: row.number,
    customer: row.customer,
    partner: row.partner,
    product: row.productLine ?? "",
    amount: major(amount),
    currency: amount?.currency ?? "",
    status: row.status,
    stage: row.stage,
    protectedThrough: row.protectedThrough ?? "",
    expectedClose: row.expectedClose ?? "",
    wonOn: row.wonOn ?? "",
    lostOn: row.lostOn ?? "",
    lostReason: row.lostReason ?? "",
  };
}

/** Exactly what the list shows, all pages of it, as CSV. */
export async function exportDeals({ actor, tx, request }: RouteGiven): Promise<Response> {
  const t = await getTranslations("deals.export");
  const filter = filterFrom(Object.fromEntries(new URL(request.url).searchParams));
  const records: ReturnType<typeof record>[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listDeals(tx, actor, { filter, after, size: atOnce });
    records.push(...rows.map(record));
    if (!next) break;
    after = next;
  }
  // A spreadsheet runs a cell that begins like a formula, so the library puts an apostrophe before it.
  const body = stringify(records, {
    bom: true,
    header: true,
    escape_formulas: true,
    columns: columns.map((key) => ({ key, header: t(key) })),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="deals.csv"',
      "cache-control": "no-store",
    },
  });
}
