import { getLocale, getTranslations } from "next-intl/server";
import { lookFrom, shownColumns } from "@/kernel/list";
import { type Money, minorDigits } from "@/kernel/money";
import { filterFrom } from "@/modules/deals/domain/list-filter";
import { type DealColumn, dealList } from "@/modules/deals/list";
import { type DealRow, listDeals } from "@/modules/deals/queries/list-deals";
import { dealHead, dealText, type Reading } from "@/modules/deals/ui/deal-words";
import { withActor } from "@/server/db";
import type { RouteGiven } from "@/server/route";
import { csvOf, type ExportColumn } from "./list-export";

const atOnce = 500;

function major(money: Money | null): string {
  return money ? (money.amount / 10 ** minorDigits(money.currency)).toFixed(minorDigits(money.currency)) : "";
}

const amountOf = (row: DealRow) => row.wonAmount ?? row.amount;

/** A column of the list in the export: days as spreadsheets read them, and an amount in two cells. */
function exported(column: DealColumn, reading: Reading): ExportColumn<DealRow>[] {
  const head = dealHead(column, reading);
  const cell = (text: (row: DealRow) => string | null) => [{ head, cell: (row: DealRow) => text(row) ?? "" }];
  const day = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? "";
  switch (column) {
    case "amount":
      return [
        ...cell((row) => major(amountOf(row))),
        { head: reading.t("rows.currency"), cell: (row) => amountOf(row)?.currency ?? "" },
      ];
    case "customer":
      return cell((row) => row.customer);
    case "created":
      return cell((row) => day(row.createdAt));
    case "submitted":
      return cell((row) => day(row.submittedAt));
    case "protected":
      return cell((row) => row.protectedThrough);
    case "close":
      return cell((row) => row.expectedClose);
    case "won":
      return cell((row) => row.wonOn);
    case "lostOn":
      return cell((row) => row.lostOn);
    default:
      return cell((row) => dealText(column, row, reading));
  }
}

/** Exactly what the list shows: its conditions, order and columns, all pages of it, as CSV. */
export async function exportDeals({ actor, request }: Pick<RouteGiven, "actor" | "request">): Promise<Response> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const list = dealList(actor.side);
  const look = lookFrom(list, search);
  const filter = filterFrom(search);
  const t = await getTranslations("deals");
  const reading = { t, locale: await getLocale(), zone: actor.zone, side: actor.side };
  const columns = shownColumns(list, look).flatMap(({ id }) => exported(id, reading));
  return csvOf("deals", columns, (after) =>
    withActor(actor, (tx) => listDeals(tx, actor, { filter, sort: look.sort, after, size: atOnce })),
  );
}
