import type { Prisma, Tx } from "@/server/db";
import type { Params } from "../domain/params";

export type NewNotice = {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  /** The organisation of the person; null for the vendor's people. */
  readonly partnerId: string | null;
  readonly type: string;
  readonly kind: string;
  readonly because: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly params: Params;
  readonly listed: boolean;
  readonly at: Date;
  readonly mailId: string | null;
};

/** Tells one person of one event. The database refuses a second time. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  // Parameters are JSON by their type.
  await tx.notice.create({
    data: { ...notice, params: notice.params as Prisma.InputJsonObject },
    select: { id: true },
  });
}

/** Marks a notice of the reader as read; null where there is none for them. */
export async function readNotice(tx: Tx, id: string, now: Date) {
  const notice = await tx.notice.findUnique({ where: { id }, select: { subjectKind: true, subjectId: true } });
  await tx.notice.updateMany({ where: { id, readAt: null }, data: { readAt: now } });
  return notice;
}

/** Marks as read what the reader has seen: all up to a notice. Returns how many it were. */
export async function readNoticesUpTo(tx: Tx, personId: string, newestId: string, now: Date): Promise<number> {
  const { count } = await tx.notice.updateMany({
    where: { personId, readAt: null, listed: true, id: { lte: newestId } },
    data: { readAt: now },
  });
  return count;
}
