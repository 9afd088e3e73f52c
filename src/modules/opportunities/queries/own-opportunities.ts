import { z } from "zod";
import type { PlainDate } from "@/kernel/dates";
import type { Tx } from "@/server/db";

/** An opportunity of the reader's own; `call` names whom to call where a partner is protected, and is null where none is. */
export type OwnOpportunity = {
  readonly id: string;
  readonly title: string;
  readonly customer: string;
  readonly country: string;
  readonly productLine: string | null;
  readonly origin: "crm" | "portal";
  readonly isOpen: boolean;
  readonly openedAt: Date | null;
  readonly syncedAt: Date;
  readonly call: readonly string[] | null;
};

export const ownOpportunityRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  customer: z.string(),
  country: z.string(),
  product_line: z.string().nullable(),
  origin: z.enum(["crm", "portal"]),
  is_open: z.boolean(),
  opened_at: z.date().nullable(),
  synced_at: z.date(),
});
export const protectedOpportunityRowSchema = z.object({
  opportunity_id: z.string(),
  manager: z.string().nullable(),
});

const most = 200;

/** The reader's opportunities, open ones first, each with whom to call where the customer is protected for a partner today. */
export async function ownOpportunities(tx: Tx, today: PlainDate): Promise<OwnOpportunity[]> {
  const rows = await tx.$queryRaw<z.infer<typeof ownOpportunityRowSchema>[]>`
    select id, title, customer, country, product_line, origin, is_open, opened_at, synced_at
    from entente.own_opportunities(${most}::int)`;
  const met = await tx.$queryRaw<z.infer<typeof protectedOpportunityRowSchema>[]>`
    select o.opportunity_id, p.name as manager from entente.protected_opportunities(${today}::date) o
    left join person p on p.id = o.manager_id order by p.name`;
  return rows.map((row) => {
    const own = met.filter(({ opportunity_id }) => opportunity_id === row.id);
    return {
      id: row.id,
      title: row.title,
      customer: row.customer,
      country: row.country.trim(),
      productLine: row.product_line,
      origin: row.origin,
      isOpen: row.is_open,
      openedAt: row.opened_at,
      syncedAt: row.synced_at,
      call: own.length > 0 ? [...new Set(own.flatMap(({ manager }) => manager ?? []))] : null,
    };
  });
}
