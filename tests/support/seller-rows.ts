import type { Tx } from "@/server/db";
import { newId } from "@/server/ids";
import { idOf, noon, sql, world } from "./world";

/** Opportunities of the seller and of nobody at a customer that is protected. */
export async function directOpportunitiesAt(accountId: string): Promise<void> {
  for (const [id, owner] of [
    ["own", world.seller.personId],
    ["nobody's", null],
  ] as const)
    await sql(
      `insert into direct_opportunity (id, external_id, account_id, owner_id, owner_name, is_open, opened_at, synced_at)
       values ($1::uuid, $1::text, $2, $3, 'Sue Seller', true, now(), now()) on conflict do nothing`,
      [idOf(`direct ${id}`), accountId, owner],
    );
}

/** An order in the books that names a win that was reported and not confirmed. */
export async function orderOfReportedWin(tx: Tx): Promise<void> {
  const { number } = await tx.deal.findFirstOrThrow({
    where: { winReportedAt: { not: null }, winConfirmedAt: null },
    select: { number: true },
  });
  const order = { orderReference: "PO-1", dealReference: number, bookedOn: noon, amount: 1n, currency: "EUR" };
  await tx.revenueLine.create({
    data: { id: newId(), source: "test", externalId: newId(), ...order, createdAt: noon },
  });
}
