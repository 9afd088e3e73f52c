import type { PlainDate } from "@/kernel/dates";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { registrableDomain } from "@/modules/accounts/domain/website";
import { knownAccount, relatedAccounts } from "@/modules/accounts/public";
import { candidateAt, findMatches } from "@/modules/deals/domain/conflict";
import { type ProtectedDeal, protectedDeals } from "@/modules/deals/public";
import { type Callable, callableFor } from "@/modules/partners/public";
import type { Tx } from "@/server/db";
import { sameFrom, sellingRoles } from "../domain/protected-customer";

export type TypedCustomer = { readonly name: string; readonly website: string; readonly country: string };

const nobody = "00000000-0000-0000-0000-000000000000";

/** The keys by which a typed customer is recognised. */
export function keysOf({ name, website, country }: TypedCustomer) {
  return { domain: registrableDomain(website), names: companyNameKeys(name), country };
}

/** Registrations of partners that protect a typed customer today, found as a registration finds them. Runs as the system. */
export async function protectionsAt(tx: Tx, customer: TypedCustomer, today: PlainDate): Promise<ProtectedDeal[]> {
  const keys = keysOf(customer);
  const id = (await knownAccount(tx, keys)) ?? nobody;
  const account = await tx.account.findUnique({ where: { id }, select: { parentId: true, taxId: true } });
  const { parentId, taxId } = account ?? { parentId: null, taxId: null };
  const domains = keys.domain ? [keys.domain] : [];
  const sought = { name: customer.name, country: customer.country, domains };
  const related = await relatedAccounts(tx, { id, parentId, taxId }, sought);
  const mine = {
    name: customer.name,
    nameKeys: keys.names,
    country: customer.country,
    domains,
    taxId,
    accountId: id,
    parentId,
    productLine: null,
  };
  const deals = await protectedDeals(
    tx,
    related.map((entry) => entry.id),
    nobody,
    today,
  );
  const selling = deals
    .filter(({ role }) => sellingRoles.includes(role))
    // Several may be protected by one deal; whom a seller meets there is the partner that registered it.
    .filter(({ dealId }, index, all) => all.findIndex((other) => other.dealId === dealId) === index)
    .map((deal) => ({ ...deal, partnerId: deal.leadId }));
  const candidates = selling.flatMap((deal) => {
    const known = related.find((entry) => entry.id === deal.accountId);
    const { customerName: name, dealId } = deal;
    return known ? [candidateAt(known, "protected_registration", { name, dealId })] : [];
  });
  const found = findMatches(mine, candidates).filter(({ score }) => score >= sameFrom);
  return selling.filter(({ dealId }) => found.some(({ candidate }) => candidate.dealId === dealId));
}

/** Whom a seller calls about protections: each partner's channel manager or who covers, and nothing that names the partner. */
export async function callersFor(tx: Tx, deals: readonly ProtectedDeal[], today: PlainDate): Promise<Callable[]> {
  return callableFor(tx, [...new Set(deals.map(({ partnerId }) => partnerId))], today);
}
