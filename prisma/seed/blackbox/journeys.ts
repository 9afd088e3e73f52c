import type pg from "pg";
import { addDays, type PlainDate } from "@/kernel/dates";
import type { DealContentInput } from "@/modules/deals/schema";
import { toPlainDate } from "@/server/clocks";
import { withActor } from "@/server/db";
import { draft, type Live } from "../live";
import { dayAt } from "../moments";
import type { Canaries } from "./canaries";
import { type Member, partners } from "./organisations";
import { contentOf, type VerbName, verbs } from "./verbs";
import { vendorMember, type World } from "./world";

type Journey = { readonly daysAgo: number; readonly steps: readonly VerbName[]; readonly small?: true };

const granted = ["submit", "approve"] as const;

// What is due by now happens at the end: reviews go to a program owner, questions without an answer and protections end.
const journeys: readonly Journey[] = [
  { daysAgo: 150, steps: granted },
  { daysAgo: 148, steps: [...granted, "lose"] },
  { daysAgo: 146, steps: [...granted, "negotiate", "win"] },
  { daysAgo: 60, steps: [...granted, "win", "confirm"] },
  { daysAgo: 40, steps: ["submit", "ask"] },
  { daysAgo: 31, steps: [...granted, "suspect", "acquit"] },
  { daysAgo: 30, steps: [...granted, "accuse", "revoke"] },
  { daysAgo: 29, steps: [...granted, "askLonger", "grantLonger"] },
  { daysAgo: 28, steps: [...granted, "askLonger", "declineLonger"] },
  { daysAgo: 27, steps: [...granted, "extend"] },
  { daysAgo: 26, steps: [...granted, "release", "copy"] },
  { daysAgo: 25, steps: [...granted, "askLonger", "suspect", "release"] },
  { daysAgo: 24, steps: [...granted, "lose"] },
  { daysAgo: 23, steps: [...granted, "win"] },
  { daysAgo: 22, steps: granted },
  { daysAgo: 21, steps: [...granted, "prospect"] },
  { daysAgo: 20, steps: [...granted, "propose"] },
  { daysAgo: 19, steps: [...granted, "negotiate"] },
  { daysAgo: 18, steps: ["submit"], small: true },
  { daysAgo: 10, steps: ["submit", "reject"] },
  { daysAgo: 9, steps: ["submit", "withdraw"] },
  { daysAgo: 8, steps: ["submit"] },
  { daysAgo: 1, steps: [...granted, "askLonger"] },
  { daysAgo: 1, steps: [...granted, "suspect"] },
  { daysAgo: 1, steps: ["submit"] },
  { daysAgo: 1, steps: ["submit", "ask"] },
  { daysAgo: 1, steps: ["submit", "ask", "submit"] },
  { daysAgo: 1, steps: [] },
];
const journeysOfColleagues: readonly Journey[] = [
  { daysAgo: 17, steps: granted },
  { daysAgo: 1, steps: ["submit"] },
  { daysAgo: 1, steps: [] },
];

/** The sellers of each partner: the one with deals in every state, and a colleague with a few. */
export function sellersOf({ members }: World, organisation: string): readonly Member[] {
  return members.filter((member) => member.organisation === organisation && member.role === "partner_sales");
}

export type Teller = {
  readonly db: pg.Client;
  readonly live: Live;
  readonly world: World;
  readonly canaries: Canaries;
};

/** Deals of every partner in every state and stage there is. */
export async function tellJourneys(teller: Teller, now: Date): Promise<void> {
  // Partners do not meet here, so each goes its own way.
  const told = partners.map(async ([organisation]) => {
    const [seller, colleague] = sellersOf(teller.world, organisation);
    if (!seller || !colleague) throw new Error(`${organisation} has no two sellers`);
    for (const journey of journeys) await tellJourney(teller, seller, journey, now);
    for (const journey of journeysOfColleagues) await tellJourney(teller, colleague, journey, now);
  });
  await Promise.all(told);
}

async function tellJourney(
  teller: Teller,
  seller: Member,
  { daysAgo, steps, small }: Journey,
  now: Date,
): Promise<void> {
  const words = teller.canaries.make(seller.organisation, "deal");
  const at = new Date(now.getTime() - daysAgo * 86_400_000 - 3_600_000 * 8);
  const content = contentOf(words, countryOf(seller), addDays(dayAt(now), 90));
  await tellDeal(
    teller,
    seller,
    steps,
    small ? { ...content, amount: { amount: "24000", currency: "EUR" } } : content,
    at,
  );
}

/** The country of a partner, where its customers are too. */
export function countryOf({ organisation }: Member): string {
  return partners.find(([key]) => key === organisation)?.[2] ?? "";
}

/** How far a deal is: its version, and the last protected day. */
function standing(dealId: string): Promise<{ version: number; through: PlainDate | null }> {
  return withActor({ kind: "system", cause: "seed" }, async (tx) => {
    const { version, protectedUntil } = await tx.deal.findUniqueOrThrow({
      where: { id: dealId },
      select: { version: true, protectedUntil: true },
    });
    return { version, through: protectedUntil && addDays(toPlainDate(protectedUntil), -1) };
  });
}

/** Takes a new deal through verbs, an hour apart; its words are its customer's name. Returns its id. */
export async function tellDeal(
  { live, world, canaries }: Teller,
  seller: Member,
  steps: readonly VerbName[],
  content: DealContentInput,
  from: Date,
): Promise<string> {
  const { organisation } = seller;
  const words = content.customer.name;
  const dealId = await draft(live, seller.actor, content.amount.currency, from, content);
  const actors = {
    seller,
    manager: vendorMember(world, "channel_manager", seller.territory),
    second: vendorMember(world, "program_owner"),
  };
  for (const [index, name] of steps.entries()) {
    const now = new Date(from.getTime() + (index + 1) * 3_600_000);
    const { version, through } = await standing(dealId);
    const secret = name === "suspect" || name === "acquit" ? canaries.make("vendor", "revocation", organisation) : "";
    const today = dayAt(now);
    const telling = { words, secret, content, today, through: through ?? today, copyId: live.newId() };
    const { by, tell } = verbs[name];
    await tell(live, actors[by].actor, { dealId, version }, telling, now);
  }
  return dealId;
}
