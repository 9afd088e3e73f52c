import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { type Candidate, type Comparable, compare, type Match } from "@/modules/deals/domain/conflict";
import type { Days } from "./calendar";
import type { Held, LoadAccount } from "./customers";
import type { LoadDeal } from "./deal";

const untilAt = (held: Held, at: number) => (held.cutAt <= at ? held.cutUntil : held.until);

/** What protects a customer today; what is over is forgotten. */
function heldAt(account: LoadAccount, at: number, today: number): readonly Held[] {
  account.held = account.held.filter((held) => untilAt(held, at) > today);
  return account.held;
}

/** Whether anybody else, colleagues included, is protected for a customer and a product from today on. */
export function isTaken({ account, product, id }: LoadDeal, at: number, today: number): boolean {
  return heldAt(account, at, today).some((held) => held.product === product && held.dealId !== id);
}

function candidate(account: LoadAccount, matchClass: Candidate["class"], details: Partial<Candidate> = {}): Candidate {
  return {
    class: matchClass,
    name: account.name,
    nameKeys: details.name ? companyNameKeys(details.name) : account.keys,
    country: account.country,
    domains: [account.domain],
    taxId: null,
    accountId: account.id,
    parentId: null,
    dealId: null,
    dealNumber: null,
    partnerName: null,
    sameProduct: true,
    productLine: null,
    protectedUntil: null,
    ...details,
  };
}

/** What a registration meets at its own customer: registrations of other partners, the vendor's sellers, an earlier purchase. */
export function matchesAt(deal: LoadDeal, at: number, days: Days, products: readonly string[]): Match[] {
  const { account, content, partner } = deal;
  const mine: Comparable = {
    name: content.customer.name,
    nameKeys: account.keys,
    country: account.country,
    domains: [account.domain],
    taxId: null,
    accountId: account.id,
    parentId: null,
    productLine: products[deal.product] ?? "",
  };
  const registrations = heldAt(account, at, days.dayOf(at))
    .filter((held) => held.partnerId !== partner.id)
    .map((held) =>
      candidate(account, "protected_registration", {
        name: held.customerName,
        dealId: held.dealId,
        dealNumber: held.number,
        partnerName: held.partnerName,
        sameProduct: held.product === deal.product,
        productLine: products[held.product] ?? null,
        protectedUntil: days.text(untilAt(held, at)),
      }),
    );
  const engaged = account.engaged
    ? [candidate(account, "vendor_engaged", { partnerName: account.engaged, sameProduct: false })]
    : [];
  const bought = account.customerSince <= at ? [candidate(account, "existing_customer")] : [];
  return [...registrations, ...engaged, ...bought].map((other) => compare(mine, other));
}
