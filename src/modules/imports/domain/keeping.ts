import { addDays, type PlainDate } from "@/kernel/dates";

/** How long the rows of a file are kept after an import was done, and an import that was not. */
export const daysKept = 30;

/** The day before which nothing is kept any more. */
export function keptSince(today: PlainDate): PlainDate {
  return addDays(today, -daysKept);
}
