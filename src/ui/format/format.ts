import type { PlainDate } from "@/kernel/dates";
import { type Money, minorDigits } from "@/kernel/money";

// Making a formatter costs far more than using it, and a list uses the same one in every row.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, known);
  return known;
}

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, known);
  return known;
}

/** English without a country is written day first and with 24 hours: "Thu 26 Nov, 11:40". */
const isHouseEnglish = (locale: string) => locale === "en";

/** A day or a time is one word: it is not broken at the end of a line. */
const unbroken = (text: string) => text.replaceAll(" ", "\u00a0");

type DayParts = { weekday?: boolean; year?: boolean; day?: boolean };

function dayText(instant: Date, locale: string, zone: string, { weekday, year, day = true }: DayParts): string {
  const format = dates(locale, {
    timeZone: zone,
    weekday: weekday ? "short" : undefined,
    day: day ? "numeric" : undefined,
    month: "short",
    year: year ? "numeric" : undefined,
  });
  if (!isHouseEnglish(locale)) return unbroken(format.format(instant));
  const parts = format.formatToParts(instant);
  return unbroken(
    (["weekday", "day", "month", "year"] as const)
      .map((type) => parts.find((part) => part.type === type)?.value)
      .filter(Boolean)
      .join(" "),
  );
}

function timeText(instant: Date, locale: string, zone: string, zoneName?: boolean): string {
  const format = dates(isHouseEnglish(locale) ? "en-GB" : locale, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: zoneName ? "short" : undefined,
  });
  return unbroken(format.format(instant));
}

/** What a language writes between the day and the time. */
function dayTimeJoint(locale: string, zone: string): string {
  const parts = dates(isHouseEnglish(locale) ? "en-GB" : locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(0);
  const hour = parts.findIndex((part) => part.type === "hour");
  const before = parts[hour - 1];
  return before?.type === "literal" && !/[()]/.test(before.value) ? before.value : " ";
}

const noon = (day: PlainDate) => new Date(`${day}T12:00:00Z`);

/** A calendar day: "26 Nov", with `weekday` "Thu 26 Nov", with `year` "26 Nov 2026". */
export function formatDay(
  day: PlainDate,
  locale: string,
  { year, weekday }: { year?: boolean; weekday?: boolean } = {},
): string {
  return dayText(noon(day), locale, "UTC", { year, weekday });
}

/** The month of a day: "Nov", with `year` "Nov 2026". */
export function formatMonth(day: PlainDate, locale: string, { year }: { year?: boolean } = {}): string {
  return dayText(noon(day), locale, "UTC", { year, day: false });
}

/** A moment in a zone: "Thu 26 Nov, 11:40", with `zoneName` "Thu 26 Nov, 11:40 CET". */
export function formatDayTime(
  date: Date,
  locale: string,
  zone: string,
  { year, zoneName }: { year?: boolean; zoneName?: boolean } = {},
): string {
  const day = dayText(date, locale, zone, { weekday: true, year });
  return `${day}${dayTimeJoint(locale, zone)}${timeText(date, locale, zone, zoneName)}`;
}

/** The short name of a zone at a moment: "CET". */
export function zoneName(date: Date, locale: string, zone: string): string {
  const parts = dates(isHouseEnglish(locale) ? "en-GB" : locale, { timeZone: zone, timeZoneName: "short" });
  return parts.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? zone;
}

const isoDay = (date: Date, zone: string) =>
  dates("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);

/** When something is due, as a person says it: "Today, 17:00", "Tomorrow, 09:00", "Thu 26 Nov, 11:40"; the year where it is another one. */
export function dueWords(
  due: Date,
  now: Date,
  zone: string,
  locale: string,
  words: { today: string; tomorrow: string },
  options: { zoneName?: boolean } = {},
): string {
  const today = isoDay(now, zone);
  const day = isoDay(due, zone);
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const word = apart === 0 ? words.today : apart === 1 ? words.tomorrow : undefined;
  if (word === undefined) {
    return formatDayTime(due, locale, zone, { ...options, year: day.slice(0, 4) !== today.slice(0, 4) });
  }
  return `${word}${dayTimeJoint(locale, zone)}${timeText(due, locale, zone, options.zoneName)}`;
}

/** A whole number or a decimal one, at most `digits` behind the point. */
export function formatNumber(value: number, locale: string, { digits = 0 }: { digits?: number } = {}): string {
  return numbers(locale, { maximumFractionDigits: digits }).format(value);
}

/** A ratio as percent: 0.963 is "96.3%". `signed` writes a plus before a gain. */
export function formatPercent(
  ratio: number,
  locale: string,
  { digits = 1, signed }: { digits?: number; signed?: boolean } = {},
): string {
  return numbers(locale, {
    style: "percent",
    maximumFractionDigits: digits,
    signDisplay: signed ? "exceptZero" : "auto",
  }).format(ratio);
}

/**
 * A span of minutes in hours: "5 h", below an hour "40 min". What has begun is not counted, for nobody has 6 hours left
 * after 5 and a half; with `digits` the hours are rounded instead: "5.5 h".
 */
export function formatHours(minutes: number, locale: string, { digits }: { digits?: number } = {}): string {
  if (digits === undefined && Math.abs(minutes) < 60) {
    return numbers(locale, { style: "unit", unit: "minute", unitDisplay: "short", maximumFractionDigits: 0 }).format(
      Math.trunc(minutes),
    );
  }
  const hours = digits === undefined ? Math.trunc(minutes / 60) : minutes / 60;
  const parts = numbers(locale, {
    style: "unit",
    unit: "hour",
    unitDisplay: "narrow",
    maximumFractionDigits: digits ?? 0,
  }).formatToParts(hours);
  // The narrow form sets the unit against the number in some languages; the house leaves a space that does not break.
  const number = parts.filter((part) => part.type !== "unit" && part.type !== "literal").map((part) => part.value);
  const unit = parts.find((part) => part.type === "unit")?.value ?? "h";
  return `${number.join("")}\u00a0${unit}`;
}

/** Minor units as exact decimal text: 18400050 with two digits is "184000.50". */
function decimalText(amount: number, digits: number): `${number}` {
  const sign = amount < 0 ? "-" : "";
  const units = String(Math.abs(amount)).padStart(digits + 1, "0");
  const text = digits === 0 ? units : `${units.slice(0, -digits)}.${units.slice(-digits)}`;
  // Digits, at most one point and a sign: what the type says.
  return `${sign}${text}` as `${number}`;
}

/**
 * Money as people of a language write it, exact and without decimals that are zero: "€184,000", "€22,080.50".
 * `whole` leaves the cents of a sum or a conversion out. `compact` is for figures: whole units, from a million on "€1.24M"; `short` is for axes: "€250K".
 */
export function formatMoney(
  money: Money,
  locale: string,
  { compact, whole, signed }: { compact?: boolean | "short"; whole?: boolean; signed?: boolean } = {},
): string {
  const style = { style: "currency", currency: money.currency, signDisplay: signed ? "exceptZero" : "auto" } as const;
  // The kernel says how large a minor unit is: Intl counts whole forints where ISO 4217 counts hundredths.
  const digits = minorDigits(money.currency);
  const value = decimalText(money.amount, digits);
  if (!compact && !whole) {
    return numbers(locale, {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      trailingZeroDisplay: "stripIfInteger",
    }).format(value);
  }
  if (whole || (compact === true && Math.abs(Number(value)) < 1_000_000)) {
    return numbers(locale, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(value);
  }
  return numbers(locale, {
    ...style,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(value);
}
