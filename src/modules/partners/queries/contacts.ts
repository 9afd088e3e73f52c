import type { Tx } from "@/server/db";

/** When somebody last spoke with a partner; null where nobody has, or the reader does not read that. */
export async function lastContact(tx: Tx, partnerId: string): Promise<{ at: Date; kind: string; by: string } | null> {
  const row = await tx.partnerContact.findFirst({
    where: { partnerId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, kind: true, loggedByName: true },
  });
  return row && { at: row.at, kind: row.kind, by: row.loggedByName };
}

/** A contact as a timeline tells of it. */
export type ContactEntry = {
  readonly id: string;
  readonly at: Date;
  readonly order: 0;
  readonly source: "event";
  readonly event: {
    readonly id: string;
    readonly at: Date;
    readonly type: string;
    readonly actor: string;
    readonly actorSide: string;
    readonly data: Readonly<Record<string, string>>;
  };
};

type Behind = { readonly at: Date; readonly order: number; readonly id: string } | null;

/** The contacts with a partner behind an entry of its timeline, newest first. */
export async function contactsBehind(tx: Tx, partnerId: string, after: Behind, most: number): Promise<ContactEntry[]> {
  const rows = await tx.partnerContact.findMany({
    where: {
      partnerId,
      ...(after
        ? { OR: [{ at: { lt: after.at } }, { at: after.at, ...(after.order > 0 ? {} : { id: { lt: after.id } }) }] }
        : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(({ id, at, kind, note, people, loggedByName }) => ({
    id,
    at,
    order: 0,
    source: "event",
    event: {
      id,
      at,
      type: "partner.contacted",
      actor: loggedByName,
      actorSide: "vendor",
      data: { kind, note, people: people.join(", ") },
    },
  }));
}
