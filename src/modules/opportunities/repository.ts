import type { Tx } from "@/server/db";

export type NewOpportunity = {
  readonly id: string;
  readonly accountId: string;
  readonly productLineId: string | null;
  readonly title: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly now: Date;
};

/** Writes an opportunity somebody opened here; false where a repeat of the same request did before. */
export async function insertOpportunity(tx: Tx, { now, ...entry }: NewOpportunity): Promise<boolean> {
  const { count } = await tx.directOpportunity.createMany({
    data: { ...entry, externalId: `here:${entry.id}`, origin: "portal", isOpen: true, openedAt: now, syncedAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

export type NewBreach = {
  readonly id: string;
  readonly opportunityId: string;
  readonly dealId: string;
  readonly partnerId: string;
  readonly sellerId: string | null;
  readonly sellerName: string;
  readonly customerName: string;
  readonly foundBy: "seller" | "import";
  readonly reason: string | null;
  readonly note: string;
  readonly policyVersionId: string;
  readonly at: Date;
};

/** Logs a possible breach; false where it is on record already. */
export async function insertBreach(tx: Tx, breach: NewBreach): Promise<boolean> {
  const { count } = await tx.breach.createMany({ data: breach, skipDuplicates: true });
  return count === 1;
}

/** A possible breach as far as closing it needs; null where the actor cannot see one. */
export function findBreach(tx: Tx, id: string) {
  return tx.breach.findUnique({
    where: { id },
    select: { id: true, dealId: true, partnerId: true, sellerId: true, outcome: true },
  });
}

/** Closes a breach; false when somebody else was faster. */
export async function saveOutcome(
  tx: Tx,
  id: string,
  answer: { outcome: string; outcomeNote: string; closedAt: Date; closedById: string },
): Promise<boolean> {
  const { count } = await tx.breach.updateMany({ where: { id, outcome: null }, data: answer });
  return count === 1;
}

/** An open opportunity of the CRM, with its customer as it is known; null where it is over or there is none. */
export async function watchedOpportunity(tx: Tx, id: string) {
  return tx.directOpportunity.findFirst({
    where: { id, isOpen: true, origin: "crm" },
    select: {
      id: true,
      ownerId: true,
      ownerName: true,
      openedAt: true,
      account: { select: { id: true, name: true, parentId: true } },
    },
  });
}

/**
 * Open opportunities of the CRM that came up after a partner was protected at their customer, and are not on record yet. What was
 * open before is a conflict the registration was decided with.
 */
export async function unwatched(tx: Tx, today: string, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct o.id from direct_opportunity o
    join protection p on p.account_id = o.account_id and p.role in ('sourcing', 'selling') and upper(p.period) > ${today}::date
    where o.is_open and o.origin = 'crm' and o.opened_at > p.created_at
      and not exists (select from breach b where b.opportunity_id = o.id and b.deal_id = p.deal_id)
    order by o.id limit ${most}`;
  return rows.map(({ id }) => id);
}
