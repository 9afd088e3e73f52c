import { type Tx, withActor } from "@/server/db";
import { log } from "@/server/log";

export type Step = "read" | "check" | "commit" | "undo";
export type Progress = { readonly step: string; readonly done: number; readonly total: number; readonly at: Date };

/**
 * Writes how far an import is, in a transaction of its own beside that of the import: others see it while the import runs. An
 * import does not fail because of it.
 */
export async function noteProgress(importId: string, step: Step, done: number, total: number): Promise<void> {
  try {
    await withActor(
      { kind: "system", cause: "import" },
      (tx) => tx.$executeRaw`
      insert into import_progress (import_id, step, done, total, at) values (${importId}::uuid, ${step}, ${done}, ${total}, now())
      on conflict (import_id) do update set step = excluded.step, done = excluded.done, total = excluded.total, at = excluded.at`,
    );
  } catch (error) {
    log.warn({ err: error, importId }, "the progress of an import could not be written");
  }
}

/** How far an import is; null before it began. */
export function readProgress(tx: Tx, importId: string): Promise<Progress | null> {
  return tx.importProgress.findUnique({
    where: { importId },
    select: { step: true, done: true, total: true, at: true },
  });
}
