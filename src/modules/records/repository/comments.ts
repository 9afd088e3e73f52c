import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { Audience, RecordRef } from "../domain/record";
import type { Subject } from "./subjects";

export type Comment = {
  readonly id: string;
  readonly subject: Subject;
  readonly audience: Audience;
  readonly authorId: string;
  readonly body: string;
  readonly at: Date;
  readonly deletedAt: Date | null;
  readonly mentions: readonly string[];
  readonly version: number;
};

/** A comment the actor can see, or null. */
export async function findComment(tx: Tx, id: string): Promise<Comment | null> {
  const row = await tx.recordComment.findUnique({ where: { id } });
  if (!row) return null;
  const { subjectKind, subjectId, partnerId, audience, ...rest } = row;
  // The database admits only declared kinds and the three audiences.
  const subject = { kind: subjectKind as RecordRef["kind"], id: subjectId, partnerId };
  return { ...rest, subject, audience: audience as Audience };
}

type NewComment = {
  readonly id: string;
  readonly subject: Subject;
  readonly audience: Audience;
  readonly author: PersonActor;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly at: Date;
};

/** Writes a comment; false where one of this id was written before. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<boolean> {
  const { subject, author, mentions, ...rest } = comment;
  const { count } = await tx.recordComment.createMany({
    data: {
      ...rest,
      subjectKind: subject.kind,
      subjectId: subject.id,
      partnerId: subject.partnerId,
      authorId: author.personId,
      authorName: author.name,
      authorSide: author.side,
      mentions: [...mentions],
    },
    skipDuplicates: true,
  });
  return count === 1;
}

type Changes = { body: string; mentions?: string[]; editedAt?: Date; deletedAt?: Date };

/** Changes a comment that nobody has changed meanwhile; false where somebody has. */
export async function saveComment(tx: Tx, { id, version }: Comment, changes: Changes): Promise<boolean> {
  const { count } = await tx.recordComment.updateMany({
    where: { id, version },
    data: { ...changes, version: version + 1 },
  });
  return count === 1;
}
