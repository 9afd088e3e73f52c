import type { Side } from "@/kernel/actor";
import { dayOf, type PlainDate } from "@/kernel/dates";
import { formatDay, formatDayTime, formatMoney } from "@/ui/format/format";
import type { DealColumn } from "../list";
import type { DealRow } from "../queries/list-deals";

/** `t` speaks from `deals`. */
export type Reading = {
  readonly t: (key: string, values?: Record<string, string>) => string;
  readonly locale: string;
  readonly zone: string;
  readonly side: Side;
};

/** The head of a column; a partner's customers are customer accounts to the vendor. */
export function dealHead(column: DealColumn, { t, side }: Reading): string {
  return t(`rows.${column === "customer" && side === "vendor" ? "customerAccount" : column}`);
}

/** A sale is under way once the registration was approved, or where a file says so; before, its stage says nothing. */
export function isSale({ status, stage, imported }: DealRow): boolean {
  return imported || status === "approved" || status === "expired" || stage === "won" || stage === "lost";
}

/** What was protected and is not any more, for whatever reason. */
function hasEnded({ status }: DealRow): boolean {
  return status === "expired" || status === "released" || status === "revoked";
}

/** Where the registration stands; of an imported deal nobody began one. A question reads differently to the one who has to answer it. */
export function statusWord({ status, imported }: Pick<DealRow, "status" | "imported">, side: Side): string {
  if (imported && status === "draft") return "status.imported";
  return side === "vendor" && status === "needs_info" ? "statusForVendor.needs_info" : `status.${status}`;
}

/** What a column says of a deal, in a list and in its export; nothing where there is nothing to say. */
export function dealText(column: DealColumn, row: DealRow, reading: Reading): string {
  const { t, locale, zone, side } = reading;
  const day = (value: PlainDate | null) => (value ? formatDay(value, locale, { year: true }) : "");
  const dayOfMoment = (moment: Date | null) => (moment ? day(dayOf(moment, zone)) : "");
  const amount = row.wonAmount ?? row.amount;
  switch (column) {
    case "customer":
      return row.customer || t("rows.unnamed");
    case "number":
      return row.number;
    case "partner":
      return row.partner;
    case "product":
      return row.productLine ?? "";
    case "amount":
      return amount ? formatMoney(amount, locale) : "";
    case "status":
      return t(statusWord(row, side));
    case "stage":
      return isSale(row) ? t(`stage.${row.stage}`) : "";
    case "when":
      return whenText(row, reading);
    case "owner":
      return row.owner;
    case "reviewer":
      return row.reviewer ?? "";
    case "created":
      return dayOfMoment(row.createdAt);
    case "submitted":
      return dayOfMoment(row.submittedAt);
    case "protected":
      return day(row.protectedThrough);
    case "close":
      return day(row.expectedClose);
    case "won":
      return day(row.wonOn);
    case "lostOn":
      return day(row.lostOn);
    case "lostReason":
      return row.lostReason ? t(`lossReason.${row.lostReason}`) : "";
  }
}

/** The date that matters now. */
function whenText(row: DealRow, { t, locale, zone }: Reading): string {
  const day = (value: PlainDate) => ({ day: formatDay(value, locale, { year: true }) });
  if (row.wonOn) return t(row.winConfirmed ? "rows.wonDay" : "rows.wonReported", day(row.wonOn));
  if (row.lostOn)
    return t("rows.lost", { ...day(row.lostOn), reason: row.lostReason ? t(`lossReason.${row.lostReason}`) : "" });
  if (row.status === "approved" && row.protectedThrough) return t("rows.through", day(row.protectedThrough));
  if (hasEnded(row) && row.protectedThrough) return t("rows.ended", day(row.protectedThrough));
  if (row.dueAt) return t("rows.due", { when: formatDayTime(row.dueAt, locale, zone) });
  return row.submittedAt
    ? t("rows.submittedDay", day(dayOf(row.submittedAt, zone)))
    : t("rows.begun", day(dayOf(row.createdAt, zone)));
}
