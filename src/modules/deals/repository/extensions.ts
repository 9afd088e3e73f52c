import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate, toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import type { DealStage } from "../domain/deal";

/** What an extension is about: who wants it and why, and what the rules looked at. `until` is the first day not protected. */
export type ExtensionCase = {
  readonly id: string;
  readonly dealId: string;
  readonly partnerId: string;
  /** Null where nobody asked: a manager gave it. */
  readonly askedById: string | null;
  readonly askedAt: Date;
  readonly reason: string;
  readonly note: string;
  readonly previousUntil: PlainDate;
  readonly wantedUntil: PlainDate;
  readonly stage: DealStage;
  readonly grantedBefore: number;
  readonly policyVersionId: string;
};

type Held = { readonly reviewReason: string; readonly reviewerId: string; readonly dueAt: Date };
type Granted = {
  readonly outcome: "granted";
  readonly decidedAt: Date;
  /** Null where the rules granted it. */
  readonly decidedById: string | null;
  readonly grantedUntil: PlainDate;
  readonly decisionNote: string;
};
type Declined = {
  readonly outcome: "declined";
  readonly decidedAt: Date;
  readonly decidedById: string;
  readonly declineReason: string;
  readonly decisionNote: string;
};

const columnsOf = (answer: Granted | Declined) =>
  answer.outcome === "granted" ? { ...answer, grantedUntil: fromPlainDate(answer.grantedUntil) } : answer;

/** Writes an extension that waits for a person, or one that is granted already. */
export async function insertExtension(tx: Tx, entry: ExtensionCase, state: Held | Granted): Promise<void> {
  const data = {
    ...entry,
    previousUntil: fromPlainDate(entry.previousUntil),
    wantedUntil: fromPlainDate(entry.wantedUntil),
  };
  await tx.dealExtension.create({
    data: { ...data, ...("outcome" in state ? columnsOf(state) : state) },
    select: { id: true },
  });
}

/** An extension that waits for a person. */
export type OpenExtension = {
  readonly id: string;
  readonly askedById: string | null;
  readonly reviewerId: string | null;
  readonly wantedUntil: PlainDate;
};

/** The extension of a deal that waits for a person; the database allows one. */
export async function openExtension(tx: Tx, dealId: string): Promise<OpenExtension | null> {
  const row = await tx.dealExtension.findFirst({
    where: { dealId, outcome: null },
    select: { id: true, askedById: true, reviewerId: true, wantedUntil: true },
  });
  return row && { ...row, wantedUntil: toPlainDate(row.wantedUntil) };
}

/** How often the protection of a deal was extended. */
export function countGranted(tx: Tx, dealId: string): Promise<number> {
  return tx.dealExtension.count({ where: { dealId, outcome: "granted" } });
}

/** Answers an extension that waits; false when somebody else was faster. */
export async function answerExtension(tx: Tx, id: string, answer: Granted | Declined): Promise<boolean> {
  const { count } = await tx.dealExtension.updateMany({ where: { id, outcome: null }, data: columnsOf(answer) });
  return count === 1;
}

/** Hands an extension that waits to somebody else. */
export async function reassignExtension(tx: Tx, id: string, reviewerId: string): Promise<boolean> {
  const { count } = await tx.dealExtension.updateMany({ where: { id, outcome: null }, data: { reviewerId } });
  return count === 1;
}

/** What was asked for about a protection that is over is no question any more; whether something was. */
export async function lapseExtension(tx: Tx, dealId: string, now: Date): Promise<boolean> {
  const { count } = await tx.dealExtension.updateMany({
    where: { dealId, outcome: null },
    data: { outcome: "lapsed", decidedAt: now },
  });
  return count > 0;
}

/** Moves the end of a protection to a later day. False where somebody else holds one of the days: the database decides. */
export async function lengthenProtection(tx: Tx, id: string, until: PlainDate): Promise<boolean> {
  const rows = await tx.$queryRaw<{ extended: boolean }[]>`
    select entente.extend_protection(${id}::uuid, ${until}::date) as extended`;
  return rows[0]?.extended ?? false;
}
