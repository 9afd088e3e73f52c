import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import type { Tx } from "@/server/db";
import { type BulkCounts, type BulkState, bulkStates } from "../domain/bulk";

export type BulkRun = {
  readonly id: string;
  readonly list: string;
  readonly action: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly counts: BulkCounts;
};

const state = z.enum(bulkStates);

async function countsOf(tx: Tx, runId: string): Promise<BulkCounts> {
  const groups = await tx.bulkRow.groupBy({ by: ["state"], where: { runId }, _count: true });
  const of = (word: BulkState) => groups.find((group) => group.state === word)?._count ?? 0;
  // Every state has its count.
  return Object.fromEntries(bulkStates.map((word) => [word, of(word)])) as Record<BulkState, number>;
}

const columns = { id: true, list: true, action: true, createdAt: true, endedAt: true } as const;

/** What the reader asked for and how far it is; null where they asked for no such thing. */
export async function bulkRun(tx: Tx, { personId }: PersonActor, id: string): Promise<BulkRun | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const run = await tx.bulkRun.findFirst({ where: { id, personId }, select: columns });
  return run && { ...run, counts: await countsOf(tx, run.id) };
}

const day = 24 * 60 * 60_000;

/** What the reader asked for last with rows of a list, on this day or the one before. */
export async function latestBulkRun(
  tx: Tx,
  { personId }: PersonActor,
  list: string,
  now: Date,
): Promise<BulkRun | null> {
  const run = await tx.bulkRun.findFirst({
    where: { personId, list, createdAt: { gte: new Date(now.getTime() - day) } },
    orderBy: { createdAt: "desc" },
    select: columns,
  });
  return run && { ...run, counts: await countsOf(tx, run.id) };
}

export type BulkResult = {
  readonly subjectId: string;
  readonly label: string;
  readonly state: BulkState;
  /** Why it was not done. */
  readonly failure: Failure | null;
  readonly endedAt: Date | null;
};

/** The rows of a run as they were chosen; `left` only those that were left as they are. */
export async function bulkResults(tx: Tx, runId: string, left = false): Promise<BulkResult[]> {
  const rows = await tx.bulkRow.findMany({
    where: { runId, ...(left && { state: { notIn: ["waiting", "done"] } }) },
    orderBy: { position: "asc" },
    select: { subjectId: true, label: true, state: true, failure: true, endedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    state: state.parse(row.state),
    // Only failures are written here.
    failure: row.failure as Failure | null,
  }));
}
