import { addDays } from "@/kernel/dates";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import type { DealContentInput } from "@/modules/deals/schema";
import { productId, seedId } from "../ids";
import { insert } from "../insert";
import { dayAt } from "../moments";
import { countryOf, sellersOf, type Teller, tellDeal } from "./journeys";
import { type Member, partners } from "./organisations";
import { contentOf } from "./verbs";

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

/** Registrations that meet what is there already: a customer of two partners, one the vendor's sellers are at, one that bought. */
export async function tellConflicts(teller: Teller, now: Date): Promise<void> {
  for (const territory of new Set(partners.map(([, region]) => region))) {
    const pair = partners.filter(([, region]) => region === territory).map(([key]) => firstSeller(teller, key));
    await contest(teller, `${territory}-one`, pair, now);
    await contest(teller, `${territory}-two`, pair.toReversed(), now);
  }
  for (const [organisation] of partners) {
    const seller = firstSeller(teller, organisation);
    await meetOpportunity(teller, seller, now);
    await meetCustomer(teller, seller, now);
  }
}

function firstSeller({ world }: Teller, organisation: string): Member {
  const [seller] = sellersOf(world, organisation);
  if (!seller) throw new Error(`${organisation} has no seller`);
  return seller;
}

/** A registration in new words, at a website that is known or at one of its own. */
function anew({ canaries }: Teller, seller: Member, now: Date, website?: string): DealContentInput {
  const words = canaries.make(seller.organisation, "deal");
  const content = contentOf(words, countryOf(seller), addDays(dayAt(now), 90));
  return website ? { ...content, customer: { ...content.customer, website } } : content;
}

/** Two partners of one manager register a customer that the vendor knew before, so that its name is nobody's secret. */
async function contest(teller: Teller, which: string, [first, second]: readonly Member[], now: Date): Promise<void> {
  if (!first || !second) throw new Error(`nobody contests ${which}`);
  const host = `contested-${which.toLowerCase()}.example`;
  const name = `Contested ${which}`;
  const id = seedId("blackbox", "account", which);
  const country = "DE";
  await insert(teller.db, "account", [{ id, name, country, isCustomer: false, createdAt: hoursBefore(now, 24 * 200) }]);
  await insert(teller.db, "account_domain", [{ domain: host, accountId: id }]);
  const keys = companyNameKeys(name).map((normalised) => ({ country, normalised, accountId: id }));
  await insert(teller.db, "account_name", keys);
  await tellDeal(teller, first, ["submit", "approve"], anew(teller, first, now, host), hoursBefore(now, 12));
  await tellDeal(teller, second, ["submit"], anew(teller, second, now, host), hoursBefore(now, 6));
}

/** A partner registers a customer of its own again, where the vendor's sellers have begun something in the meantime. */
async function meetOpportunity(teller: Teller, seller: Member, now: Date): Promise<void> {
  const { db, canaries } = teller;
  const before = anew(teller, seller, now);
  const dealId = await tellDeal(teller, seller, ["submit", "approve"], before, hoursBefore(now, 30));
  const { rows } = await db.query<{ account_id: string }>("select account_id from deal where id = $1", [dealId]);
  const owner = (suffix: string) => ({
    id: seedId("blackbox", "opportunity", seller.organisation, suffix),
    accountId: rows[0]?.account_id,
    productLineId: productId("streams"),
    syncedAt: hoursBefore(now, 24),
  });
  const lines = [true, false].map((isOpen) => {
    const words = canaries.make("vendor", "opportunity", seller.organisation);
    return { ...owner(String(isOpen)), externalId: words, ownerName: words, title: words, isOpen };
  });
  await insert(db, "direct_opportunity", lines);
  const again = { ...anew(teller, seller, now, before.customer.website), productLineId: productId("streams") };
  await tellDeal(teller, seller, ["submit"], again, hoursBefore(now, 5));
}

/** A partner registers a customer of its own again that has bought. */
async function meetCustomer(teller: Teller, seller: Member, now: Date): Promise<void> {
  const before = anew(teller, seller, now);
  await tellDeal(teller, seller, ["submit", "approve", "win", "confirm"], before, hoursBefore(now, 80));
  const again = { ...anew(teller, seller, now, before.customer.website), productLineId: productId("catalog") };
  await tellDeal(teller, seller, ["submit"], again, hoursBefore(now, 4));
}
