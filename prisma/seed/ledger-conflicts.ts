import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { shownDomains } from "@/modules/accounts/domain/website";
import { type Candidate, type Comparable, candidateAt, findMatches, type Match } from "@/modules/deals/domain/conflict";
import type { DealContent } from "@/modules/deals/domain/deal";
import type { Ledger, LedgerAccount, LedgerDeal, LedgerProtection } from "./ledger";
import { dayAt } from "./moments";

/** What a registration resembles: protected deals of others, open opportunities of the vendor, customers. */
export function matchesOf(
  ledger: Ledger,
  deal: LedgerDeal,
  content: DealContent,
  account: LedgerAccount,
  now: Date,
): Match[] {
  const { customer } = content;
  const mine: Comparable = {
    name: customer.name,
    nameKeys: companyNameKeys(customer.name),
    country: customer.country,
    domains: shownDomains(customer.website, content.contact.email),
    taxId: null,
    accountId: account.id,
    parentId: account.parentId,
    productLine: productNamed(ledger, content.productLineId),
  };
  const today = dayAt(now);
  const candidates = ledger.protections
    .filter((other) => other.deal.partnerId !== deal.partnerId && other.role === content.partnerRole)
    .filter((other) => other.period.until > today)
    .map((other) => protectedCandidate(ledger, other, content))
    .filter((other) => mayResemble(mine, other));
  for (const known of ledger.accounts.values()) {
    if (!mayResemble(mine, { ...known, domains: [...known.domains], accountId: known.id })) continue;
    for (const { ownerName, productLineId, syncedAt } of known.opportunities) {
      const sameProduct = productLineId === content.productLineId;
      const productLine = productNamed(ledger, productLineId);
      candidates.push(
        candidateAt(known, "vendor_engaged", { partnerName: ownerName, sameProduct, productLine, syncedAt }),
      );
    }
    if (known.isCustomer) candidates.push(candidateAt(known, "existing_customer"));
  }
  return findMatches(mine, candidates);
}

function productNamed(ledger: Ledger, id: string | null): string | null {
  return (id && ledger.products.get(id)?.name) || null;
}

type Named = Pick<Comparable, "accountId" | "parentId" | "nameKeys" | "domains">;

const wordsOf = ({ nameKeys }: Named) => nameKeys.flatMap((key) => key.split(" "));

/** Names without a common word are too far apart to be kept; comparing all of them would take most of the time. */
function mayResemble(mine: Named, theirs: Named): boolean {
  if (mine.accountId === theirs.accountId || (mine.parentId ?? theirs.parentId) !== null) return true;
  if (theirs.domains.some((domain) => mine.domains.includes(domain))) return true;
  const words = wordsOf(mine);
  return wordsOf(theirs).some((word) => words.includes(word));
}

function protectedCandidate(ledger: Ledger, other: LedgerProtection, content: DealContent): Candidate {
  const account = ledger.accounts.get(other.accountId);
  if (!account) throw new Error("a protection without its account");
  return candidateAt(account, "protected_registration", {
    name: other.customerName,
    nameKeys: other.nameKeys,
    dealId: other.deal.id,
    dealNumber: other.deal.number,
    partnerName: ledger.partners.get(other.deal.partnerId)?.name ?? null,
    sameProduct: other.productLineId === content.productLineId,
    productLine: productNamed(ledger, other.productLineId),
    protectedUntil: other.period.until,
  });
}

/** Keeps what was found, for the vendor to read. */
export function keepConflicts(ledger: Ledger, deal: LedgerDeal, matches: readonly Match[], now: Date): void {
  for (const { candidate, score, evidence } of matches) {
    ledger.lines.dealConflict.push({
      id: ledger.nextId("conflict"),
      dealId: deal.id,
      partnerId: deal.partnerId,
      class: candidate.class,
      score,
      otherDealId: candidate.dealId,
      other: candidate,
      evidence,
      foundAt: now,
    });
  }
}
