import { type PlainDate, startOfDay } from "@/kernel/dates";
import { fromPlainDate, startClock, stopClock } from "@/server/clocks";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { endProtection } from "../domain/protection";
import { findProtection, saveDeal, shortenProtection } from "../repository";
import { lapseExtension, lengthenProtection } from "../repository/extensions";
import { lengthenParticipants } from "../repository/participants";
import { lapsePresales } from "../repository/presales";
import { stopPartnerClocks } from "./partner-clock";

/** Starts the clock that ends a protection; `until` is the first day that is not protected any more. */
export function startProtectionClock(
  { tx, now, newId }: Context,
  deal: Pick<Deal, "id" | "partnerId">,
  until: PlainDate,
  zone: string,
): Promise<void> {
  return startClock(tx, {
    id: newId(),
    subjectId: deal.id,
    partnerId: deal.partnerId,
    kind: clockKinds.protection,
    startedAt: now,
    dueAt: startOfDay(until, zone),
    consequence: "expire",
  });
}

/**
 * Saves changes to a deal, and its protection ends with a day; false when somebody else saved in between. The rest follows as
 * the system, because nobody else may touch what is protected for a partner.
 */
export async function saveAndEndProtection(
  { tx, now, asSystem }: Context,
  deal: Deal,
  changes: Parameters<typeof saveDeal>[2],
  lastProtected: PlainDate,
): Promise<boolean> {
  const protection = await findProtection(tx, deal.id);
  const period = protection && endProtection(protection, lastProtected);
  const end = period ? { protectedUntil: fromPlainDate(period.until) } : {};
  if (!(await saveDeal(tx, deal, { ...changes, ...end }, now))) return false;
  await asSystem(async () => {
    if (protection && period) await shortenProtection(tx, protection.id, period);
    await stopClock(tx, deal.id, clockKinds.protection, now);
    await stopPartnerClocks(tx, deal.id, now);
    await dropExtension(tx, deal.id, now);
    await stopClock(tx, deal.id, clockKinds.presales, now);
    await lapsePresales(tx, deal.id, now);
  });
  return true;
}

/** Whoever asked for a longer protection of a sale that is over needs none; whether somebody had. Runs as the system. */
export async function dropExtension(tx: Context["tx"], dealId: string, now: Date): Promise<boolean> {
  await stopClock(tx, dealId, clockKinds.extension, now);
  return lapseExtension(tx, dealId, now);
}

/**
 * A protection lasts longer from now on, and ends by a new clock. False where somebody else holds one of the days. Runs as the
 * system or as the vendor; the deal is saved by the caller.
 */
export async function extendProtection(context: Context, deal: Deal, until: PlainDate, zone: string): Promise<boolean> {
  const { tx, now } = context;
  const protection = await findProtection(tx, deal.id);
  if (!protection || !(await lengthenProtection(tx, protection.id, until))) return false;
  await lengthenParticipants(tx, deal.id, protection.until, until);
  await stopClock(tx, deal.id, clockKinds.protection, now);
  await startProtectionClock(context, deal, until, zone);
  return true;
}
