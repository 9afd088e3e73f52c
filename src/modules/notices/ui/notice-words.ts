import { formatDay, formatDayTime, formatMoney, formatPercent } from "@/ui/format/format";
import type { Param, Params } from "../domain/params";

/** The part of a translator of all messages that notices need. */
export type Say = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};

export type Reading = { readonly say: Say; readonly locale: string; readonly zone: string };

/** A notice as it was stored. */
export type Told = { readonly type: string; readonly because: string; readonly params: Params };

/** One parameter in the reader's language; null where it has no words. */
function spoken(param: Param, { say, locale, zone }: Reading): string | number | null {
  if (typeof param !== "object") return param;
  if ("day" in param) return formatDay(param.day, locale, { year: true });
  if ("at" in param) return formatDayTime(new Date(param.at), locale, zone, { zoneName: true });
  if ("basisPoints" in param) return formatPercent(param.basisPoints / 10_000, locale);
  if ("key" in param) return say.has(param.key) ? say(param.key) : null;
  return formatMoney(param, locale);
}

export type NoticeWords = {
  readonly title: string;
  readonly text: string;
  /** What somebody wrote. */
  readonly quote: string | null;
  /** Every parameter in words, by its name. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Why the reader is told. */
  readonly why: string;
};

/** Every parameter in the reader's language, by its name. */
export function spokenParams(params: Params, reading: Reading): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, param] of Object.entries(params)) {
    const words = spoken(param, reading);
    if (words !== null) values[name] = words;
  }
  return values;
}

/** What a notice says to its reader. */
export function noticeWords({ type, because, params }: Told, reading: Reading): NoticeWords {
  const values = spokenParams(params, reading);
  const { say } = reading;
  const subject = type.slice(0, type.indexOf("."));
  return {
    title: say(`notices.${type}.title`, values),
    text: say(`notices.${type}.text`, values),
    quote: typeof values.quote === "string" ? values.quote : null,
    values,
    why: say(`notices.${subject}.because.${because}`, values),
  };
}
