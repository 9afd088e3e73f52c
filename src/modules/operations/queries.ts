import { z } from "zod";
import type { Tx } from "@/server/db";

export const standingRowSchema = z.strictObject({
  beat: z.date().nullable(),
  latest_migration: z.string().nullable(),
  server_version: z.string(),
  database_bytes: z.bigint(),
  deliveries_waiting: z.number(),
  deliveries_since: z.date().nullable(),
  deliveries_failed: z.number(),
  clocks_overdue: z.number(),
  clocks_since: z.date().nullable(),
  mails_waiting: z.number(),
  mails_since: z.date().nullable(),
  mails_failed: z.number(),
});
export type Standing = z.infer<typeof standingRowSchema>;

/** Whether the system does its work. */
export async function operationsStanding(tx: Tx): Promise<Standing> {
  const [row] = await tx.$queryRaw<Standing[]>`select * from entente.operations_standing()`;
  if (!row) throw new Error("a function that always answers did not");
  return row;
}

const troubled = {
  id: z.uuid(),
  at: z.date(),
  state: z.enum(["failed", "waiting", "queued"]),
  attempts: z.number(),
  due_at: z.date(),
  reason: z.string().nullable(),
};
export const deliveryRowSchema = z.strictObject({ ...troubled, type: z.string() });
export const mailRowSchema = z.strictObject({ ...troubled, recipient: z.string() });
export const clockRowSchema = z.strictObject({ id: z.uuid(), kind: z.string(), due_at: z.date() });
export type TroubledDelivery = z.infer<typeof deliveryRowSchema>;
export type TroubledMail = z.infer<typeof mailRowSchema>;
export type OverdueClock = z.infer<typeof clockRowSchema>;

const most = 100;

/** Events whose consequences failed: those given up, then those that are tried again. */
export function troubledDeliveries(tx: Tx): Promise<TroubledDelivery[]> {
  return tx.$queryRaw<TroubledDelivery[]>`select * from entente.troubled_deliveries(${most}::int)`;
}

/** Mails that could not be sent: those given up, then those that are tried again. */
export function troubledMails(tx: Tx): Promise<TroubledMail[]> {
  return tx.$queryRaw<TroubledMail[]>`select * from entente.troubled_mails(${most}::int)`;
}

/** Clocks that should have fired and have not. */
export function overdueClocks(tx: Tx): Promise<OverdueClock[]> {
  return tx.$queryRaw<OverdueClock[]>`select * from entente.overdue_clocks(${most}::int)`;
}
