import type { Role } from "@/kernel/actor";
import { addDays, type PlainDate } from "@/kernel/dates";

export type Period = { readonly from: PlainDate; readonly to: PlainDate };

const longestDays = 366;

export type AbsenceProblem = { readonly field: "from" | "to"; readonly key: string };

/** What is wrong with the days somebody wants to be away, on the vendor's day `today`; null where they can be. */
export function absenceProblem(
  { from, to }: Period,
  today: PlainDate,
  others: readonly Period[],
): AbsenceProblem | null {
  if (to < today) return { field: "to", key: "people.errors.absence.past" };
  if (to < from) return { field: "to", key: "people.errors.absence.endsFirst" };
  if (to > addDays(from, longestDays)) return { field: "to", key: "people.errors.absence.tooLong" };
  if (others.some((other) => overlap({ from, to }, other)))
    return { field: "from", key: "people.errors.absence.overlaps" };
  return null;
}

/** Whether two periods share a day. */
export const overlap = (one: Period, other: Period): boolean => one.from <= other.to && other.from <= one.to;

/** Who may stand in: a colleague with one of the roles, or a program owner for who decides registrations. */
export function mayStandIn(away: readonly Role[], colleague: readonly Role[]): boolean {
  return (
    away.some((role) => colleague.includes(role)) ||
    (away.includes("channel_manager") && colleague.includes("program_owner"))
  );
}
