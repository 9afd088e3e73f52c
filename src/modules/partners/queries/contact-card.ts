import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { type CardLine, type ContactTopic, contactCard, contactTopics } from "../domain/contact-card";

const person = { id: true, name: true, title: true, email: true, phone: true } as const;
const choice = { topic: true, person: { select: person }, backup: { select: person } } as const;

/** Whom a partner turns to at the vendor, by topic, each with a backup. */
export async function contactCardOf(tx: Tx, partnerId: string, today: PlainDate): Promise<readonly CardLine[]> {
  const partner = await tx.partner.findUnique({
    where: { id: partnerId },
    select: { channelManagerId: true, channelManager: { select: person } },
  });
  if (!partner) return [];
  const day = fromPlainDate(today);
  const absence = partner.channelManagerId
    ? await tx.cover.findFirst({
        where: { personId: partner.channelManagerId, startsOn: { lte: day }, endsOn: { gte: day } },
        select: { cover: { select: person } },
      })
    : null;
  return contactCard({
    own: await tx.contactChoice.findMany({ where: { partnerId }, select: choice }),
    usual: await tx.programContact.findMany({ select: choice }),
    manager: partner.channelManager,
    cover: absence?.cover ?? null,
  });
}

/** Somebody the program names, and whether they can still be reached. */
type Named = { readonly id: string; readonly name: string; readonly title: string; readonly isGone: boolean };
export type UsualLine = { readonly topic: ContactTopic; readonly person: Named | null; readonly backup: Named | null };

const standing = { select: { id: true, name: true, title: true, disabledAt: true } } as const;
type Standing = { id: string; name: string; title: string; disabledAt: Date | null };

const named = (found: Standing | null): Named | null =>
  found && { id: found.id, name: found.name, title: found.title, isGone: found.disabledAt !== null };

/** Whom the program names by topic, for partners without a choice of their own. */
export async function usualContacts(tx: Tx): Promise<UsualLine[]> {
  const rows = await tx.programContact.findMany({ select: { topic: true, person: standing, backup: standing } });
  return contactTopics.map((topic) => {
    const row = rows.find((each) => each.topic === topic);
    return { topic, person: named(row?.person ?? null), backup: named(row?.backup ?? null) };
  });
}

export type Colleague = { readonly id: string; readonly name: string; readonly title: string };

/** Everybody of the vendor who can be named as a contact. */
export function contactCandidates(tx: Tx): Promise<Colleague[]> {
  return tx.person.findMany({
    where: { partnerId: null, disabledAt: null, memberships: { some: { endedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, title: true },
  });
}
