import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import type { Audience, RecordRef } from "../domain/record";
import type { Onlooker, Subject } from "./subjects";

export type Task = {
  readonly id: string;
  readonly subject: Subject;
  readonly audience: Audience;
  readonly ownerId: string;
  readonly createdById: string;
  readonly doneAt: Date | null;
  readonly version: number;
};

/** A task the actor can see, or null. */
export async function findTask(tx: Tx, id: string): Promise<Task | null> {
  const row = await tx.recordTask.findUnique({ where: { id } });
  if (!row) return null;
  const { subjectKind, subjectId, partnerId, audience, ...rest } = row;
  // The database admits only declared kinds and the three audiences.
  const subject = { kind: subjectKind as RecordRef["kind"], id: subjectId, partnerId };
  return { ...rest, subject, audience: audience as Audience };
}

type NewTask = {
  readonly id: string;
  readonly subject: Subject;
  readonly audience: Audience;
  readonly title: string;
  readonly owner: Onlooker;
  readonly dueOn: PlainDate;
  readonly createdBy: PersonActor;
  readonly createdAt: Date;
};

/** Writes a task; false where one of this id was written before. */
export async function insertTask(tx: Tx, { subject, owner, createdBy, dueOn, ...task }: NewTask): Promise<boolean> {
  const { count } = await tx.recordTask.createMany({
    data: {
      ...task,
      dueOn: fromPlainDate(dueOn),
      subjectKind: subject.kind,
      subjectId: subject.id,
      partnerId: subject.partnerId,
      ownerId: owner.personId,
      ownerName: owner.name,
      createdById: createdBy.personId,
      createdByName: createdBy.name,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Saves whether a task is done; false where somebody said so meanwhile. */
export async function saveDone(
  tx: Tx,
  { id, version }: Task,
  done: { readonly at: Date; readonly by: string } | null,
): Promise<boolean> {
  const { count } = await tx.recordTask.updateMany({
    where: { id, version },
    data: { doneAt: done?.at ?? null, doneByName: done?.by ?? null, version: version + 1 },
  });
  return count === 1;
}
