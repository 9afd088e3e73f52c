import type pg from "pg";
import { seedId } from "../ids";
import { insert } from "../insert";
import type { Canaries } from "./canaries";
import { partners } from "./organisations";
import { vendorMember, type World } from "./world";

const id = (...name: string[]) => seedId("blackbox", ...name);

/** An order of every partner, help with a sale of its own, and a possible breach of the vendor's seller that only the vendor reads. */
export async function seedSellerRows(db: pg.Client, world: World, canaries: Canaries, now: Date): Promise<void> {
  const { rows: deals } = await db.query<{ id: string; partner_id: string; policy_version_id: string }>(
    `select distinct on (d.partner_id) d.id, d.partner_id, d.policy_version_id
     from deal d join protection p on p.deal_id = d.id where d.policy_version_id is not null order by d.partner_id, d.number`,
  );
  const seller = vendorMember(world, "direct_seller").actor;
  for (const [key, territory] of partners) {
    const partnerId = id(key);
    const deal = deals.find((each) => each.partner_id === partnerId);
    if (!deal) throw new Error(`${key} has no protected deal`);
    const about = { dealId: deal.id, partnerId };
    const manager = vendorMember(world, "channel_manager", territory).actor;
    const order = canaries.make(key, "order");
    await insert(db, "revenue_line", [
      {
        id: id(key, "order"),
        source: "orders",
        externalId: order,
        orderReference: order,
        dealReference: order,
        partnerId,
        bookedOn: now.toISOString().slice(0, 10),
        amount: 100,
        currency: "EUR",
        kind: "new",
        createdAt: now,
      },
    ]);
    const closed = { closedAt: now, closedById: manager.personId };
    await insert(db, "presales_request", [
      {
        id: id(key, "presales"),
        ...about,
        kind: "demo",
        ownerId: manager.personId,
        askedAt: now,
        dueAt: now,
        outcome: "given",
        note: canaries.make(key, "presales"),
        ...closed,
      },
    ]);
    const words = canaries.make("vendor", "breach", key);
    await insert(db, "breach", [
      {
        id: id(key, "breach"),
        opportunityId: id("opportunity", key, "true"),
        ...about,
        sellerId: seller.personId,
        sellerName: words,
        customerName: words,
        foundBy: "seller",
        reason: "tender",
        note: words,
        policyVersionId: deal.policy_version_id,
        at: now,
        outcome: "agreed",
        outcomeNote: words,
        ...closed,
      },
    ]);
  }
}
