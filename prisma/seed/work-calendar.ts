import { addDays, type PlainDate, plainDate } from "@/kernel/dates";

/** Nine to five, Monday to Friday, as the calendar's column holds it. */
export const workWeek = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, weekday < 6 ? ["09:00", "17:00"] : null]),
);

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const day = moon + sunday - 7 * late + 114;
  const month = String(Math.floor(day / 31)).padStart(2, "0");
  return plainDate(`${year}-${month}-${String((day % 31) + 1).padStart(2, "0")}`);
}

const fixed = [
  ["01-01", "New Year’s Day"],
  ["05-01", "Labour Day"],
  ["10-03", "German Unity Day"],
  ["12-25", "Christmas Day"],
  ["12-26", "Boxing Day"],
] as const;
const aroundEaster = [
  [-2, "Good Friday"],
  [1, "Easter Monday"],
  [39, "Ascension Day"],
  [50, "Whit Monday"],
] as const;

/** The nationwide holidays in Germany of the years around a day, by name: those behind it that history needs and some ahead. */
export function namedHolidaysAround(today: PlainDate): (readonly [day: PlainDate, name: string])[] {
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: 7 }, (_, index) => thisYear - 3 + index).flatMap((year) => [
    ...fixed.map(([day, name]) => [plainDate(`${year}-${day}`), name] as const),
    ...aroundEaster.map(([days, name]) => [addDays(easterSunday(year), days), name] as const),
  ]);
}

/** The same holidays as days. */
export function holidaysAround(today: PlainDate): PlainDate[] {
  return namedHolidaysAround(today).map(([day]) => day);
}
