import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { Params } from "../domain/params";
import { paramsSchema } from "../schema";

/** One line of the inbox; the words follow from type and parameters. */
export type InboxRow = {
  readonly id: string;
  readonly type: string;
  readonly because: string;
  readonly params: Params;
  readonly at: Date;
  readonly isRead: boolean;
};

export type InboxPage = { readonly rows: readonly InboxRow[]; readonly next: string | null };

export const pageSize = 50;

/** How many notices the reader has not read. */
export function unreadCount(tx: Tx, actor: PersonActor): Promise<number> {
  return tx.notice.count({ where: { personId: actor.personId, listed: true, readAt: null } });
}

/** The newest notice there is for the reader, up to which they have seen all. */
export async function newestUnread(tx: Tx, actor: PersonActor): Promise<string | null> {
  const row = await tx.notice.findFirst({
    where: { personId: actor.personId, listed: true, readAt: null },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}

const cursor = z.tuple([z.enum(["unread", "read"]), z.uuid()]);
type Part = z.infer<typeof cursor>[0];

async function part(tx: Tx, actor: PersonActor, which: Part, after: string | undefined, most: number) {
  const rows = await tx.notice.findMany({
    where: {
      personId: actor.personId,
      listed: true,
      readAt: which === "unread" ? null : { not: null },
      ...(after ? { id: { lt: after } } : {}),
    },
    // Ids follow the order of time.
    orderBy: { id: "desc" },
    take: most,
    select: { id: true, type: true, because: true, params: true, at: true },
  });
  return rows.map((row): InboxRow => ({ ...row, params: paramsSchema.parse(row.params), isRead: which === "read" }));
}

/** A page of the reader's inbox after a cursor: what is unread first, each part newest first. */
export async function inboxPage(
  tx: Tx,
  actor: PersonActor,
  { unreadOnly, after, size = pageSize }: { unreadOnly: boolean; after?: string | undefined; size?: number },
): Promise<InboxPage> {
  const parsed = after ? cursor.safeParse(after.split("~")) : null;
  const [begin, id] = parsed?.success ? parsed.data : (["unread", undefined] as const);
  const unread = begin === "unread" ? await part(tx, actor, "unread", id, size + 1) : [];
  const read =
    unreadOnly || unread.length > size
      ? []
      : await part(tx, actor, "read", begin === "read" ? id : undefined, size + 1 - unread.length);
  const rows = [...unread, ...read];
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    rows: shown,
    next: rows.length > size && last ? `${last.isRead ? "read" : "unread"}~${last.id}` : null,
  };
}
