import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { Audience, RecordRef } from "../domain/record";
import type { Subject } from "./subjects";

export type File = {
  readonly id: string;
  readonly subject: Subject;
  readonly audience: Audience;
  readonly addedById: string;
  readonly removedAt: Date | null;
};

/** A file the actor can see, or null. */
export async function findFile(tx: Tx, id: string): Promise<File | null> {
  const row = await tx.recordFile.findUnique({ where: { id } });
  if (!row) return null;
  const { subjectKind, subjectId, partnerId, audience, addedById, removedAt } = row;
  // The database admits only declared kinds and the three audiences.
  const subject = { kind: subjectKind as RecordRef["kind"], id: subjectId, partnerId };
  return { id, subject, audience: audience as Audience, addedById, removedAt };
}

/** How many files stand beside a record, as far as the actor sees. */
export function countFiles(tx: Tx, { kind, id }: RecordRef): Promise<number> {
  return tx.recordFile.count({ where: { subjectKind: kind, subjectId: id } });
}

type Held = { readonly id: string; readonly subject: Subject; readonly audience: Audience; readonly name: string };
type NewFile = Held & { readonly addedById: string; readonly at: Date };

/** The file of a name beside a record, begun where there is none yet; two who begin it at once get the same. */
export async function holdFile(
  tx: Tx,
  { subject, ...file }: NewFile,
): Promise<{ id: string; partnerId: string | null }> {
  const data = { ...file, subjectKind: subject.kind, subjectId: subject.id, partnerId: subject.partnerId };
  await tx.recordFile.createMany({ data, skipDuplicates: true });
  const { id } = await tx.recordFile.update({
    where: {
      subjectId_audience_name: { subjectId: subject.id, audience: file.audience, name: file.name },
    },
    // A removed one comes back with its new version.
    data: { removedAt: null },
    select: { id: true },
  });
  return { id, partnerId: subject.partnerId };
}

type NewVersion = {
  readonly file: { readonly id: string; readonly partnerId: string | null };
  readonly versionId: string;
  readonly bytes: number;
  readonly type: string;
  readonly sha256: string;
  readonly scan: string;
  readonly actor: PersonActor;
  readonly at: Date;
};

/** Adds the next version and returns its number. The file is held by the transaction, so no two get the same. */
export async function insertVersion(tx: Tx, { file, versionId, actor, ...version }: NewVersion): Promise<number> {
  const number = 1 + (await tx.recordFileVersion.count({ where: { fileId: file.id } }));
  await tx.recordFileVersion.createMany({
    data: {
      ...version,
      id: versionId,
      number,
      fileId: file.id,
      partnerId: file.partnerId,
      uploadedById: actor.personId,
      uploadedByName: actor.name,
      uploadedBySide: actor.side,
    },
  });
  return number;
}

export async function saveRemoved(tx: Tx, id: string, removedAt: Date | null): Promise<void> {
  await tx.recordFile.update({ where: { id }, data: { removedAt }, select: { id: true } });
}
