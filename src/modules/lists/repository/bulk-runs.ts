import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import type { Prisma, Tx } from "@/server/db";
import { endOf, mostBulkAttempts } from "../domain/bulk";

export type BulkSubject = { readonly subjectId: string; readonly version: number; readonly label: string };
export type NewBulkRun = {
  readonly id: string;
  readonly list: string;
  readonly action: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly createdAt: Date;
};

/** Keeps what somebody asked for; false where it is kept already. */
export async function addBulkRun(
  tx: Tx,
  { personId, partnerId }: PersonActor,
  run: NewBulkRun,
  subjects: readonly BulkSubject[],
): Promise<boolean> {
  const { count } = await tx.bulkRun.createMany({ data: [{ ...run, personId, partnerId }], skipDuplicates: true });
  if (count === 0) return false;
  await tx.bulkRow.createMany({
    data: subjects.map((subject, position) => ({ ...subject, runId: run.id, position, personId, partnerId })),
  });
  return true;
}

export type WaitingRun = {
  readonly id: string;
  readonly personId: string;
  readonly partnerId: string | null;
  readonly list: string;
  readonly action: string;
  readonly answers: Readonly<Record<string, string>>;
};

const answers = z.record(z.string(), z.string());

/** What is not over yet, the oldest first. */
export async function waitingRuns(tx: Tx, most: number): Promise<WaitingRun[]> {
  const rows = await tx.bulkRun.findMany({
    where: { endedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, personId: true, partnerId: true, list: true, action: true, answers: true },
  });
  return rows.map((row) => ({ ...row, answers: answers.parse(row.answers) }));
}

export type WaitingRow = {
  readonly runId: string;
  readonly position: number;
  readonly subjectId: string;
  readonly version: number;
};

/** The next rows of a run. */
export function waitingRows(tx: Tx, runId: string, most: number): Promise<WaitingRow[]> {
  return tx.bulkRow.findMany({
    where: { runId, state: "waiting" },
    orderBy: { position: "asc" },
    take: most,
    select: { runId: true, position: true, subjectId: true, version: true },
  });
}

/** Takes a row in the transaction that carries it out; false where it is done already or the person is not who they were. */
export async function claimBulkRow(
  tx: Tx,
  { roles }: PersonActor,
  { runId, position }: WaitingRow,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    select entente.claim_bulk_row(${runId}::uuid, ${position}::int, ${[...roles]}::text[], ${now}) as claimed`;
  return row?.claimed ?? false;
}

/** Writes down why a row was not done; one that is done meanwhile stays done. */
export async function endBulkRow(tx: Tx, { runId, position }: WaitingRow, failure: Failure, now: Date): Promise<void> {
  await tx.bulkRow.updateMany({
    where: { runId, position, state: "waiting" },
    // A failure holds texts and numbers only, by its type.
    data: { state: endOf(failure), failure: failure as Prisma.InputJsonObject, endedAt: now },
  });
}

/** Counts a try that ended without a reason; the last one ends the row. */
export async function countBulkAttempt(tx: Tx, { runId, position }: WaitingRow, now: Date): Promise<void> {
  const row = { runId, position, state: "waiting" };
  await tx.bulkRow.updateMany({ where: row, data: { attempts: { increment: 1 } } });
  await tx.bulkRow.updateMany({
    where: { ...row, attempts: { gte: mostBulkAttempts } },
    data: { state: "failed", endedAt: now },
  });
}

/** Ends a run whose last row is over; false where it goes on. */
export async function endBulkRun(tx: Tx, runId: string, now: Date): Promise<boolean> {
  const { count } = await tx.bulkRun.updateMany({
    where: { id: runId, endedAt: null, rows: { none: { state: "waiting" } } },
    data: { endedAt: now },
  });
  return count === 1;
}
