import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { Audience, RecordRef } from "../domain/record";

export type RecordFile = {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  readonly removed: boolean;
  /** Newest first. */
  readonly versions: readonly {
    readonly versionId: string;
    readonly number: number;
    readonly bytes: number;
    readonly scan: string;
    readonly by: string;
    readonly at: Date;
  }[];
  readonly can: { readonly remove: boolean };
};

const most = 100;

/** The files beside a record, the latest first; those that were removed are shown to who can bring them back. */
export async function recordFiles(tx: Tx, actor: PersonActor, { kind, id }: RecordRef): Promise<RecordFile[]> {
  const rows = await tx.recordFile.findMany({
    where: {
      subjectKind: kind,
      subjectId: id,
      OR: [{ removedAt: null }, { addedById: actor.personId }],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    include: { versions: { orderBy: { number: "desc" } } },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    // The database admits only the three.
    audience: row.audience as Audience,
    removed: row.removedAt !== null,
    versions: row.versions.map(({ id: versionId, number, bytes, scan, uploadedByName, at }) => ({
      versionId,
      number,
      bytes,
      scan,
      by: uploadedByName,
      at,
    })),
    can: { remove: row.addedById === actor.personId },
  }));
}

type Sendable = { readonly versionId: string; readonly name: string; readonly type: string; readonly bytes: number };

/** A version that may be sent to the actor; null where they do not see it, it was removed, or the scanner refused it. */
export async function fileToSend(tx: Tx, versionId: string): Promise<Sendable | null> {
  const row = await tx.recordFileVersion.findFirst({
    where: { id: versionId, scan: { not: "quarantined" }, file: { removedAt: null } },
    select: { type: true, bytes: true, file: { select: { name: true } } },
  });
  return row && { versionId, name: row.file.name, type: row.type, bytes: row.bytes };
}
