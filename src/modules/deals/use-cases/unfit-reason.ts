import type { Failure } from "@/kernel/failure";
import type { Tx } from "@/server/db";
import { type ReasonKind, reasonProblem } from "../domain/reasons";
import { offeredReasons } from "../repository/reasons";

/** What stands against a reason somebody gives, at the fields of the form; null where it is offered now and has the note it needs. */
export async function unfitReason(
  tx: Tx,
  kind: ReasonKind,
  { reason, note }: { reason: string; note: string },
  field = "reason",
): Promise<Failure | null> {
  const problem = reasonProblem(await offeredReasons(tx, kind), { code: reason, note });
  if (!problem) return null;
  return { code: "invalid", fields: problem.reason ? { [field]: problem.reason } : { note: problem.note ?? "" } };
}
