import type { SystemActor } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import { actingPerson } from "@/server/acting-person";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { log } from "@/server/log";
import {
  countBulkAttempt,
  endBulkRow,
  endBulkRun,
  type WaitingRow,
  type WaitingRun,
  waitingRows,
  waitingRuns,
} from "./repository/bulk-runs";
import type { BulkAction, BulkActions } from "./use-cases/bulk-action";

const system: SystemActor = { kind: "system", cause: "worker" };
const mostRuns = 50;
/** So many rows of one run, then it is another's turn. */
const rowsInTurn = 20;

/**
 * The errand that does what people asked for on many rows; it says how many rows are over. Asked to stop, it finishes the one at
 * work; the next worker goes on with the rest.
 */
export function doBulkRows(actions: BulkActions): (now: Date, stopping?: AbortSignal) => Promise<number> {
  return async (_now, stopping) => {
    let ended = 0;
    for (const run of await withActor(system, (tx) => waitingRuns(tx, mostRuns))) {
      for (const row of await withActor(system, (tx) => waitingRows(tx, run.id, rowsInTurn))) {
        if (stopping?.aborted) return ended;
        await doRow(actions[run.list]?.[run.action], run, row);
        ended += 1;
      }
      await withActor(system, (tx) => endBulkRun(tx, run.id, new Date()));
    }
    return ended;
  };
}

async function doRow(action: BulkAction | undefined, run: WaitingRun, row: WaitingRow): Promise<void> {
  const now = new Date();
  try {
    const failure = await failureOf(action, run, row, now);
    if (failure) await withActor(system, (tx) => endBulkRow(tx, row, failure, now));
  } catch (error) {
    log.error({ err: error, run: run.id, row: row.position }, "a row could not be done; it will be tried again");
    await withActor(system, (tx) => countBulkAttempt(tx, row, now));
  }
}

/** Does a row as the person who asked for it, as they are now; null where it is done. */
async function failureOf(
  action: BulkAction | undefined,
  { id, personId, partnerId, answers }: WaitingRun,
  row: WaitingRow,
  now: Date,
): Promise<Failure | null> {
  const actor = await withActor(system, (tx) => actingPerson(tx, personId, partnerId, now));
  if (!actor) return { code: "refused", reason: "bulk.errors.rightsEnded" };
  if (!action) return { code: "refused", reason: "bulk.errors.unknown" };
  const result = await action.perform(actor, row, answers, { now, newId, requestId: id });
  return result.ok ? null : result.failure;
}
