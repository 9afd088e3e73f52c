import { addDays, dayOf, instantAt } from "@/kernel/dates";
import type { MailChoice } from "./notice";

/** When mail may come, as times of the reader's day ("20:00"). */
export type Hours = {
  readonly quiet: { readonly from: string; readonly until: string } | null;
  readonly digestAt: string;
};

export const usualHours: Hours = { quiet: null, digestAt: "08:00" };

/** The end of the quiet hours a moment lies in, or null outside of them. They may run over midnight. */
export function quietUntil({ quiet }: Hours, zone: string, at: Date): Date | null {
  if (!quiet) return null;
  const today = dayOf(at, zone);
  for (const day of [addDays(today, -1), today]) {
    const from = instantAt(day, quiet.from, zone);
    const until = instantAt(quiet.from < quiet.until ? day : addDays(day, 1), quiet.until, zone);
    if (from <= at && at < until) return until;
  }
  return null;
}

function nextDigest({ digestAt }: Hours, zone: string, after: Date): Date {
  const today = dayOf(after, zone);
  const atToday = instantAt(today, digestAt, zone);
  return atToday > after ? atToday : instantAt(addDays(today, 1), digestAt, zone);
}

/** A mail of its own, or one that collects what comes until it is due. */
export type MailPlan = { readonly form: "single" | "digest"; readonly dueAt: Date };

/** How a notice goes out by mail: at once outside of quiet hours, else with what else comes until the next chance; null if not at all. */
export function planMail(choice: MailChoice, hours: Hours, zone: string, now: Date): MailPlan | null {
  if (choice === "off") return null;
  if (choice === "at_once") {
    const until = quietUntil(hours, zone, now);
    return until ? { form: "digest", dueAt: until } : { form: "single", dueAt: now };
  }
  const digest = nextDigest(hours, zone, now);
  return { form: "digest", dueAt: quietUntil(hours, zone, digest) ?? digest };
}
