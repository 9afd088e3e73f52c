import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { type CardLine, contactCard } from "../domain/contact-card";

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

export type Colleague = { readonly id: string; readonly name: string; readonly title: string };

/** Everybody of the vendor who can be named as a contact. */
export function contactCandidates(tx: Tx): Promise<Colleague[]> {
  return tx.person.findMany({
    where: { partnerId: null, disabledAt: null, memberships: { some: { endedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true, title: true },
  });
}
