import { addDays } from "@/kernel/dates";
import { minorDigits, money } from "@/kernel/money";
import type { DealType } from "@/modules/deals/domain/deal";
import { dealSize } from "../deal-size";
import { needs } from "../history-words";
import { productId } from "../ids";
import { pick } from "../moments";
import { busyness } from "../seasons";
import type { LoadAccount } from "./customers";
import { happen, type LoadDeal } from "./deal";
import type { Program } from "./program";
import type { LoadPartner } from "./staff";
import { submit } from "./story";

export type Cast = {
  readonly partners: readonly LoadPartner[];
  readonly accounts: ReadonlyMap<string, readonly LoadAccount[]>;
};

export type Span = { readonly first: number; readonly last: number; readonly deals: number };

/** How many registrations begin on each day: more every month, and with the seasons; they sum to all there are. */
function perDay({ days }: Program, { first, last, deals }: Span): number[] {
  const weights = Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    return days.isWorking(day) ? busyness(days.text(day)) * (0.5 + index / (last - first)) : 0;
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [told, passed] = [0, 0];
  return weights.map((weight) => {
    passed += weight;
    const count = Math.round((deals * passed) / whole) - told;
    told += count;
    return count;
  });
}

/** Tells a history of registrations in the order of time, with what becomes of each; pauses where the reader cannot keep up. */
export async function tell(
  program: Program,
  cast: Cast,
  span: Span,
  newId: (at: number) => string,
  pause: () => Promise<void>,
): Promise<void> {
  const { days, queue, roll, now } = program;
  const choosePartner = chooserOf(cast.partners);
  let number = 0;
  for (const [index, count] of perDay(program, span).entries()) {
    const day = span.first + index;
    for (let place = 0; place < count; place += 1) {
      // Evenly over the working day, so that nothing has to be sorted.
      const at = days.opening(day) + Math.floor(((place + roll()) / count) * 470) * 60_000;
      queue.doUntil(at);
      number += 1;
      const partner = choosePartner(roll, (index + 1) / (span.last - span.first + 1));
      const deal = begin(program, cast, partner, at, number, newId);
      // Some of the last days are still being written.
      if (now - at > 20 * 86_400_000 || roll() > 0.06) submit(program, deal, at);
      if (number % 200 === 0) await pause();
    }
  }
  queue.doUntil(now);
}

/** Chooses a partner that has joined by now, in the proportion of the weights. */
function chooserOf(partners: readonly LoadPartner[]): (roll: () => number, passed: number) => LoadPartner {
  let sum = 0;
  const sums = partners.map(({ weight }) => {
    sum += weight;
    return sum;
  });
  const choose = (sought: number) => {
    let [first, last] = [0, partners.length - 1];
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((sums[middle] ?? 0) < sought) first = middle + 1;
      else last = middle;
    }
    return partners[first];
  };
  return (roll, passed) => {
    for (;;) {
      const found = choose(roll() * sum);
      if (found && found.joined <= passed) return found;
    }
  };
}

/** Most registrations are about customers a partner knows: its own part of the country's customers, which others know as well. */
function chooseAccount({ roll }: Program, { accounts, partners }: Cast, partner: LoadPartner): LoadAccount {
  const known = accounts.get(partner.country) ?? [];
  const home = Math.max(12, Math.floor(known.length * Math.min(0.5, partner.weight * 2)));
  const begin = (Number.parseInt(partner.id.slice(0, 7), 16) % partners.length) / partners.length;
  const place =
    roll() < 0.85 ? Math.floor(begin * known.length + roll() ** 1.3 * home) : Math.floor(roll() * known.length);
  const found = known[place % known.length];
  if (!found) throw new Error(`nobody buys in ${partner.country}`);
  return found;
}

function typeAt(account: LoadAccount, at: number, roll: () => number): DealType {
  if (account.customerSince > at) return roll() < 0.96 ? "new" : "expansion";
  return roll() < 0.5 ? "expansion" : roll() < 0.6 ? "renewal" : "new";
}

function begin(
  program: Program,
  cast: Cast,
  partner: LoadPartner,
  at: number,
  number: number,
  newId: (at: number) => string,
): LoadDeal {
  const { days, roll, products } = program;
  const account = chooseAccount(program, cast, partner);
  const seller = pick(partner.sellers, roll);
  const product = Math.floor(roll() ** 1.4 * products.length);
  const draftedAt = at - 9 * 60_000;
  const size = dealSize(partner.currency, roll);
  const year = new Date(draftedAt).getUTCFullYear() % 100;
  // Not everybody writes the legal form.
  const name = roll() < 0.9 ? account.name : account.name.slice(0, account.name.lastIndexOf(" "));
  const deal: LoadDeal = {
    id: newId(draftedAt),
    number: `D-${year}-${String(number).padStart(4, "0")}`,
    partner,
    seller,
    account,
    content: {
      customer: { name, website: `www.${account.domain}`, country: account.country },
      contact: { name: "Data office", email: `data.office@${account.domain}` },
      productLineId: productId(products[product]?.[0] ?? ""),
      partnerRole: "selling",
      dealType: typeAt(account, at, roll),
      amount: money(size * 10 ** minorDigits(partner.currency), partner.currency),
      expectedClose: addDays(days.text(days.dayOf(at)), 30 + Math.floor(roll() * 160)),
      need: pick(needs, roll),
    },
    product,
    draftedAt,
    steps: [],
    clocks: [],
    decisions: [],
    conflicts: [],
    status: "draft",
    stage: "prospecting",
    policy: null,
    reporting: null,
    submittedAt: null,
    reviewer: null,
    reviewReason: null,
    decidedAt: null,
    decisionMinutes: null,
    dueAt: null,
    question: null,
    benefit: null,
    protectedFrom: null,
    protectedUntil: null,
    win: null,
    winReportedAt: null,
    winConfirmedAt: null,
    winConfirmedBy: null,
    lostOn: null,
    lostReason: null,
  };
  program.begun(deal);
  happen(deal, draftedAt, "deal.drafted", seller);
  return deal;
}
