import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import type { RecordRelation } from "../domain/notices";
import type { RecordRef } from "../domain/record";
import { findComment } from "./comments";
import { findSubject, followersOf, whoSees } from "./subjects";

type Told = { readonly label: string; readonly quote: string | null; readonly by: PlainDate | null } & {
  readonly [Relation in RecordRelation]?: readonly string[];
};

/** A comment as those are told of it whom it concerns; null where it was taken back. Told is only who may read it. */
export async function toldComment(
  tx: Tx,
  record: RecordRef,
  id: string,
  event: { readonly type: string; readonly sequence: bigint },
): Promise<Told | null> {
  const subject = await findSubject(tx, record);
  const comment = await findComment(tx, id);
  if (!subject || !comment || comment.deletedAt) return null;
  const readers = new Set((await whoSees(tx, record, comment.audience)).map(({ personId }) => personId));
  const mayRead = (ids: readonly string[]) => ids.filter((personId) => readers.has(personId));
  const before = event.type === "record.commentEdited" ? await toldBefore(tx, id, event.sequence) : [];
  return {
    label: subject.label,
    quote: comment.body,
    by: null,
    mentioned: mayRead(comment.mentions).filter((personId) => !before.includes(personId)),
    follower: mayRead(await followersOf(tx, record)),
  };
}

/** Who was told of a comment before it was changed: they are not told again. */
async function toldBefore(tx: Tx, commentId: string, sequence: bigint): Promise<string[]> {
  const rows = await tx.notice.findMany({
    where: { event: { sequence: { lt: sequence }, data: { path: ["commentId"], equals: commentId } } },
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

/** A task as those are told of it whom it concerns. */
export async function toldTask(tx: Tx, record: RecordRef, id: string): Promise<Told | null> {
  const subject = await findSubject(tx, record);
  const task = await tx.recordTask.findUnique({ where: { id } });
  if (!subject || !task) return null;
  const by = toPlainDate(task.dueOn);
  return { label: subject.label, quote: task.title, by, taskOwner: [task.ownerId], taskCreator: [task.createdById] };
}
