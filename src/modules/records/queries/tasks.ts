import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import { dayOf, type PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { maySetDone } from "../access";
import { type Audience, type RecordKind, type RecordRef, recordKindNames } from "../domain/record";

export type RecordTask = {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly owner: string;
  readonly dueOn: PlainDate;
  readonly late: boolean;
  readonly done: { readonly at: Date; readonly by: string } | null;
  readonly can: { readonly setDone: boolean };
};

const most = 50;

/** The tasks about a record: what is open by due day, then the latest that were done. */
export async function recordTasks(
  tx: Tx,
  actor: PersonActor,
  { kind, id }: RecordRef,
  now: Date,
): Promise<RecordTask[]> {
  const about = { subjectKind: kind, subjectId: id };
  const open = await tx.recordTask.findMany({
    where: { ...about, doneAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: most,
  });
  const done = await tx.recordTask.findMany({
    where: { ...about, doneAt: { not: null } },
    orderBy: [{ doneAt: "desc" }, { id: "asc" }],
    take: 3,
  });
  const today = dayOf(now, actor.zone);
  return [...open, ...done].map((row) => ({
    id: row.id,
    title: row.title,
    // The database admits only the three.
    audience: row.audience as Audience,
    owner: row.ownerName,
    dueOn: toPlainDate(row.dueOn),
    late: row.doneAt === null && toPlainDate(row.dueOn) < today,
    done: row.doneAt && { at: row.doneAt, by: row.doneByName ?? "" },
    can: { setDone: maySetDone(actor, row) },
  }));
}

/** A task that waits for the reader, with what it is about. */
export type OwnTask = {
  readonly id: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly label: string;
  readonly by: string;
};

export const ownTaskRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  due_on: z.date(),
  kind: z.enum(recordKindNames),
  record_id: z.string(),
  label: z.string().nullable(),
  by: z.string(),
});

/** What waits for the reader beside all records they see, by due day. */
export async function ownTasks(tx: Tx, actor: PersonActor): Promise<OwnTask[]> {
  const rows = await tx.$queryRaw<z.infer<typeof ownTaskRowSchema>[]>`
    select id, title, due_on, subject_kind as kind, subject_id as record_id, entente.label_of_record(subject_kind, subject_id) as label,
      created_by_name as by
    from record_task where owner_id = ${actor.personId}::uuid and done_at is null order by due_on, id limit ${most}`;
  return rows.map(({ due_on, record_id, label, ...task }) => ({
    ...task,
    dueOn: toPlainDate(due_on),
    recordId: record_id,
    label: label ?? "",
  }));
}
