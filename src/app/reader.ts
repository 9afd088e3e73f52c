import { getLocale } from "next-intl/server";
import { dayOf, type PlainDate } from "@/kernel/dates";
import { type Installation, installation } from "@/server/exchange";
import type { PageContext } from "@/server/page";

/** What most pages need to put things into the reader's words: language, zone, the vendor's settings and day. */
export type Reader = {
  readonly locale: string;
  readonly zone: string;
  readonly vendor: Installation;
  readonly today: PlainDate;
  /** The day figures are shown as of: today, or the last day of data that end before it. */
  readonly figuresDay: PlainDate;
};

/** Reads it once at the top of a page. `today` is the vendor's day: deadlines and protections count in it. */
export async function readerOf({ actor, tx, now }: Pick<PageContext, "actor" | "tx" | "now">): Promise<Reader> {
  const vendor = await installation(tx);
  const today = dayOf(now, vendor.zone);
  return { locale: await getLocale(), zone: actor.zone, vendor, today, figuresDay: vendor.figuresUntil ?? today };
}
