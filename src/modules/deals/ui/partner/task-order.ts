import { addDays, dayOf, type PlainDate, startOfDay } from "@/kernel/dates";
import type { DealTask } from "../../queries/home";

/** When a task is due: an answer at its moment, the end of a protection with its last day; others have no due time. */
export function dueOf({ kind, deal }: DealTask, vendorZone: string): Date | null {
  if (kind === "answer") return deal.dueAt;
  if (kind === "protection_ends" && deal.protectedThrough)
    return startOfDay(addDays(deal.protectedThrough, 1), vendorZone);
  return null;
}

/** By due time; what has none follows in the order it came. */
export function byDue(tasks: readonly DealTask[], vendorZone: string): DealTask[] {
  const at = (task: DealTask) => dueOf(task, vendorZone)?.getTime() ?? Number.POSITIVE_INFINITY;
  return tasks.toSorted((left, right) => (at(left) === at(right) ? 0 : at(left) - at(right)));
}

/** Tasks that are due within the reader's day. */
export function dueToday(tasks: readonly DealTask[], now: Date, zone: string, vendorZone: string): DealTask[] {
  const today: PlainDate = dayOf(now, zone);
  return tasks.filter((task) => {
    const due = dueOf(task, vendorZone);
    // The last moment of a day belongs to it, not to the next.
    return due !== null && dayOf(new Date(due.getTime() - 1), zone) === today;
  });
}
