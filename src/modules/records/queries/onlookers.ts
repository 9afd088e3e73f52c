import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { recordAbilities } from "../access";
import { audienceOf, type RecordRef } from "../domain/record";
import { type Onlooker, whoSees } from "../repository/subjects";

/** Whom the actor can mention beside a record, or give a task: others who see it. */
export async function onlookers(tx: Tx, actor: PersonActor, ref: RecordRef): Promise<readonly Onlooker[]> {
  return recordAbilities(actor, ref.kind).write ? whoSees(tx, ref, audienceOf(ref.kind, false)) : [];
}
