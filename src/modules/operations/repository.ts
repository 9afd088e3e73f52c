import type { Tx } from "@/server/db";

/** Lets events that were given up be delivered again, from the first try; says how many there were. */
export async function retryDeliveries(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const { count } = await tx.eventDelivery.updateMany({
    where: { eventId: { in: [...ids] }, state: "failed" },
    data: { state: "waiting", dueAt: now, endedAt: null, attempts: 0 },
  });
  return count;
}

/** Lets mails that failed be sent again, from the first try; the mail itself stays what it was. */
export async function retryMails(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const { count } = await tx.mail.updateMany({
    where: { id: { in: [...ids] }, state: "failed" },
    data: { state: "queued", dueAt: now, attempts: 0 },
  });
  return count;
}
