import type { PlainDate } from "@/kernel/dates";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { registrableDomain, shownDomains } from "@/modules/accounts/domain/website";
import {
  linkAccount,
  lockCustomer,
  namedAmong,
  openOpportunities,
  type RelatedAccount,
  type ResolvedAccount,
  relatedAccounts,
  resolveAccount,
} from "@/modules/accounts/public";
import type { Context } from "@/server/use-case";
import { type Candidate, type Comparable, candidateAt, findMatches, type Match } from "../domain/conflict";
import type { Deal, DealContent } from "../domain/deal";
import { productLineName, protectedDeals } from "../repository";

export type FoundCustomer = { readonly account: ResolvedAccount; readonly matches: readonly Match[] };

/**
 * Resolves the typed customer to an account, under locks on its domain and name, and finds what it resembles: protected
 * registrations, open opportunities of the vendor's sellers, customers, named accounts. Runs as the system.
 */
export async function findCustomer(
  context: Context,
  deal: Deal,
  content: DealContent,
  today: PlainDate,
): Promise<FoundCustomer> {
  const { tx, newId } = context;
  const { customer } = content;
  const names = companyNameKeys(customer.name);
  const keys = { domain: registrableDomain(customer.website), names, country: customer.country };
  await lockCustomer(tx, keys);
  const account = await resolveAccount(tx, customer, keys, newId);
  await linkAccount(tx, account.id, deal.partnerId);

  const domains = shownDomains(customer.website, content.contact.email);
  const related = await relatedAccounts(tx, account, { name: customer.name, country: customer.country, domains });
  const mine: Comparable = {
    name: customer.name,
    nameKeys: names,
    country: customer.country,
    domains,
    taxId: account.taxId,
    accountId: account.id,
    parentId: account.parentId,
    productLine: await productLineName(tx, content.productLineId),
  };
  return { account, matches: findMatches(mine, await candidatesAmong(context, related, deal, content, today)) };
}

async function candidatesAmong(
  { tx }: Context,
  related: readonly RelatedAccount[],
  deal: Deal,
  content: DealContent,
  today: PlainDate,
): Promise<Candidate[]> {
  const ids = related.map((account) => account.id);
  const byId = new Map(related.map((account) => [account.id, account]));
  const deals = await protectedDeals(tx, ids, deal.id, today);
  const opportunities = await openOpportunities(tx, ids);

  const at = (accountId: string, ...[matchClass, details]: [Candidate["class"], Partial<Candidate>?]) => {
    const account = byId.get(accountId);
    return account ? [candidateAt(account, matchClass, details)] : [];
  };

  // A partner's own protected deals at a customer are not a conflict with itself, and complementary roles are none at all.
  const registrations = deals
    .filter((other) => other.partnerId !== deal.partnerId && other.role === content.partnerRole)
    .flatMap((other) =>
      at(other.accountId, "protected_registration", {
        name: other.customerName,
        dealId: other.dealId,
        dealNumber: other.dealNumber,
        partnerName: other.partnerName,
        sameProduct: other.productLineId === content.productLineId,
        productLine: other.productLine,
        protectedUntil: other.until,
      }),
    );
  const engaged = opportunities.flatMap((other) =>
    at(other.accountId, "vendor_engaged", {
      partnerName: other.ownerName,
      sameProduct: other.productLineId === content.productLineId,
      productLine: other.productLine,
      syncedAt: other.syncedAt?.toISOString() ?? null,
    }),
  );
  const customers = related.filter(({ isCustomer }) => isCustomer).flatMap(({ id }) => at(id, "existing_customer"));
  const named = (await namedAmong(tx, ids)).flatMap(({ accountId, ownerName, consequence }) =>
    at(accountId, "named_account", { partnerName: ownerName, consequence }),
  );
  return [...registrations, ...engaged, ...customers, ...named];
}
