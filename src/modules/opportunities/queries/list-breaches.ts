import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { mayClose } from "../access";

/** A possible breach as those read it who look after the partner. */
export type BreachRow = {
  readonly id: string;
  readonly at: Date;
  readonly customer: string;
  readonly partner: string;
  readonly deal: { readonly id: string; readonly number: string };
  readonly seller: string;
  readonly foundBy: string;
  readonly reason: string | null;
  readonly note: string;
  readonly outcome: string | null;
  readonly outcomeNote: string;
  readonly closedAt: Date | null;
  readonly mayClose: boolean;
};

export type BreachPage = { readonly rows: readonly BreachRow[]; readonly next: string | null };

const pageSize = 50;

/** Possible breaches, those that wait for an answer or all, the newest first. */
export async function listBreaches(
  tx: Tx,
  actor: PersonActor,
  { open, after }: { open: boolean; after?: string | undefined },
): Promise<BreachPage> {
  const at = after && !Number.isNaN(Date.parse(after)) ? new Date(after) : null;
  const rows = await tx.breach.findMany({
    where: { ...(open ? { outcome: null } : {}), ...(at ? { at: { lt: at } } : {}) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    include: { deal: { select: { number: true } }, partner: { select: { tradingName: true } } },
  });
  const shown = rows.slice(0, pageSize);
  return {
    rows: shown.map((row) => ({
      id: row.id,
      at: row.at,
      customer: row.customerName,
      partner: row.partner.tradingName,
      deal: { id: row.dealId, number: row.deal.number },
      seller: row.sellerName,
      foundBy: row.foundBy,
      reason: row.reason,
      note: row.note,
      outcome: row.outcome,
      outcomeNote: row.outcomeNote,
      closedAt: row.closedAt,
      mayClose: mayClose(actor, row),
    })),
    next: rows.length > pageSize ? (shown.at(-1)?.at.toISOString() ?? null) : null,
  };
}

/** How many possible breaches there are, and how many of them wait for an answer. */
export async function countBreaches(tx: Tx): Promise<{ open: number; all: number }> {
  return { open: await tx.breach.count({ where: { outcome: null } }), all: await tx.breach.count() };
}
