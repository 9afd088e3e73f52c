import type { Tx } from "@/server/db";
import type { Hours } from "../domain/hours";
import type { Choice } from "./people";

/** Keeps how a person wants to be told of a kind. */
export async function saveChoice(tx: Tx, personId: string, kind: string, choice: Choice, now: Date): Promise<void> {
  const row = { inbox: choice.inbox, mail: choice.mail, updatedAt: now };
  await tx.noticePreference.upsert({
    where: { personId_kind: { personId, kind } },
    create: { personId, kind, ...row },
    update: row,
    select: { kind: true },
  });
}

/** Keeps when a person wants mail. */
export async function saveHours(tx: Tx, personId: string, { quiet, digestAt }: Hours, now: Date): Promise<void> {
  const row = { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, digestAt, updatedAt: now };
  await tx.noticeHours.upsert({
    where: { personId },
    create: { personId, ...row },
    update: row,
    select: { personId: true },
  });
}
