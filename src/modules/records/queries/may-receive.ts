import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { mayWrite } from "../access";
import type { RecordRef } from "../domain/record";
import { findSubject } from "../repository/subjects";

/** Whether the actor sees a record and may put a file beside it: asked before the file is taken. */
export async function mayReceive(tx: Tx, actor: PersonActor, ref: RecordRef, internal: boolean): Promise<boolean> {
  return mayWrite(actor, ref.kind, internal) && (await findSubject(tx, ref)) !== null;
}
