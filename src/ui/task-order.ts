import { dayOf } from "@/kernel/dates";

/** Something that may be due at a moment; the end of a day is the first moment of the next. */
type Due = { readonly dueAt: Date | null };

/** By due time; what has none follows in the order it came. */
export function byDue<T extends Due>(tasks: readonly T[]): T[] {
  const at = ({ dueAt }: Due) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return tasks.toSorted((left, right) => (at(left) === at(right) ? 0 : at(left) - at(right)));
}

/** Tasks that are due within the reader's day. */
export function dueToday<T extends Due>(tasks: readonly T[], now: Date, zone: string): T[] {
  const today = dayOf(now, zone);
  // The last moment of a day belongs to it, not to the next.
  return tasks.filter(({ dueAt }) => dueAt !== null && dayOf(new Date(dueAt.getTime() - 1), zone) === today);
}
