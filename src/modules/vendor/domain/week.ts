/** Opening hours of one day as wall-clock times, or closed. */
export type OpenDay = readonly [open: string, close: string] | null;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];
export type Week = Readonly<Record<Weekday, OpenDay>>;

/** Nine to five, Monday to Friday. */
export const usualWeek: Week = {
  1: ["09:00", "17:00"],
  2: ["09:00", "17:00"],
  3: ["09:00", "17:00"],
  4: ["09:00", "17:00"],
  5: ["09:00", "17:00"],
  6: null,
  7: null,
};

/** Whether a week has an opening, and every day closes after it opens. */
export function isWorkable(week: Week): boolean {
  const open = weekdays.flatMap((day) => (week[day] ? [week[day]] : []));
  return open.length > 0 && open.every(([from, until]) => from < until);
}
