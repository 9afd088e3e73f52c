import { can } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import { type RecordKind, recordKinds } from "./domain/record";

/** Row-level security decides whether a record can be seen; these say what may be written beside one that is. */
export function mayWrite(actor: Actor, kind: RecordKind, internal: boolean): boolean {
  if (actor.kind !== "person" || !can(actor, "record.write")) return false;
  if (actor.side === "partner") return recordKinds[kind].shared && !internal;
  return !internal || can(actor, "record.note");
}

/** A task is done, or not after all, by who has it, who planned it, or anybody of the vendor who writes beside the record. */
export function maySetDone(actor: Actor, task: { readonly ownerId: string; readonly createdById: string }): boolean {
  if (actor.kind !== "person" || !can(actor, "record.write")) return false;
  return actor.side === "vendor" || [task.ownerId, task.createdById].includes(actor.personId);
}

export type RecordAbilities = {
  readonly write: boolean;
  /** Writing what only those of the vendor read who read internals. */
  readonly note: boolean;
  readonly readNotes: boolean;
};

/** Everything a screen asks beside a record, from the same predicates that guard the use cases. */
export function recordAbilities(actor: Actor, kind: RecordKind): RecordAbilities {
  return {
    write: mayWrite(actor, kind, false),
    note: recordKinds[kind].shared && mayWrite(actor, kind, true),
    readNotes: recordKinds[kind].shared && can(actor, "deal.internal.read"),
  };
}
