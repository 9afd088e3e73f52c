import type { PersonActor } from "@/kernel/actor";
import { addDays, daysBetween, fiscalQuarter, type PlainDate } from "@/kernel/dates";
import type { DealContentInput } from "@/modules/deals/schema";
import { customerOf } from "./customers";
import type { Ledger } from "./ledger";
import { answer, approve, ask, confirm, lose, moveTo, type Past, register, reject, win } from "./ledger-verbs";
import { dayAt, later, type Moment, workingMoment } from "./moments";
import { type SeedPartner, seedPartners, seedProducts } from "./partners";
import { managerOf } from "./personas";
import { type Cast, productId } from "./program";

const needs = [
  "Wants to bring sensor data of three plants into one place and stop exporting spreadsheets.",
  "Replaces a data warehouse whose licence ends next spring; the tender runs through IT purchasing.",
  "Needs live stock levels for 140 branches and a way to explain them to the auditors.",
  "Builds a customer view across two merged companies; the pilot has a budget, the rollout follows.",
  "",
];
const rejections = [
  [
    "not_qualified",
    "We could not find a project or a budget behind this registration yet. Register again once there is one.",
  ],
  ["existing_customer", "This company buys from us already. Please register the new need as an expansion."],
  ["outside_program", "This need is outside the products of the program."],
] as const;
const questions = [
  "Which business unit signs, and who there knows you?",
  "Is there a budget for this year?",
  "Which product of ours have you shown them so far?",
];
const answers = [
  "The Hamburg unit signs; our contact leads its data team.",
  "Yes, it was approved in the spring.",
  "We ran a two-day workshop on their own data.",
];
const losses = ["competitor", "price", "no_budget", "no_decision", "product_fit"];

export type Scene = { cast: Cast; ledger: Ledger; moments: Moment[]; roll: () => number; today: PlainDate };

const months = 18;
// The last days belong to what goes on now.
const quietDays = 8;
// Units of a currency that buy about as much as a euro.
const euros: Record<string, number> = { NOK: 11, SEK: 11, DKK: 7.5 };

const pick = <T>(list: readonly T[], roll: () => number): T => {
  const found = list[Math.floor(roll() * list.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

/** More at the end of a quarter, and more with every month. */
function dayInHistory(today: PlainDate, roll: () => number): PlainDate {
  const span = months * 30.4;
  for (;;) {
    const day = addDays(today, -quietDays - Math.floor(span * (1 - roll() ** 0.7)));
    const endOfQuarter = ["03", "06", "09", "12"].includes(day.slice(5, 7));
    const summer = ["07", "08"].includes(day.slice(5, 7));
    if (roll() < (endOfQuarter ? 1 : summer ? 0.45 : 0.7)) return day;
  }
}

function contentOf(partner: SeedPartner, customerIndex: number, day: PlainDate, roll: () => number): DealContentInput {
  const customer = customerOf(partner.region, customerIndex);
  // €8,000 to €400,000, half of them below €60,000.
  const size = 8000 * 50 ** (roll() ** 0.8 * (0.8 + 0.2 * roll()));
  const amount = Math.round((size * (euros[partner.currency] ?? 1)) / 500) * 500;
  return {
    customer: { name: customer.name, website: customer.website, country: partner.country },
    contact: { name: customer.contact, email: customer.email },
    productLineId: productId(pick(seedProducts, roll)[0]),
    partnerRole: "selling",
    dealType: roll() < 0.78 ? "new" : roll() < 0.7 ? "expansion" : "renewal",
    amount: { amount: String(amount), currency: partner.currency },
    expectedClose: addDays(day, 40 + Math.floor(roll() * 140)),
    need: pick(needs, roll),
  };
}

/** Plans eighteen months of registrations of everybody. */
export function planHistory(scene: Scene): void {
  const used = new Map<string, number>();
  for (const partner of seedPartners) {
    const earliest = addDays(scene.today, -partner.months * 30 + 20);
    const share = Math.min(1, daysBetween(earliest, scene.today) / (months * 30.4));
    const count = Math.round(partner.weight * share * 20);
    for (let number = 0; number < count; number += 1) {
      let day = dayInHistory(scene.today, scene.roll);
      while (day < earliest) day = dayInHistory(scene.today, scene.roll);
      const next = used.get(partner.region) ?? 0;
      const again = next > 4 && scene.roll() < 0.12;
      if (!again) used.set(partner.region, next + 1);
      const index = again ? Math.floor(scene.roll() * next) : next;
      planDeal(scene, partner, contentOf(partner, index, day, scene.roll), day);
    }
  }
}

function planDeal(scene: Scene, partner: SeedPartner, content: DealContentInput, day: PlainDate): void {
  const { cast, moments, roll } = scene;
  const [first, admin] = partner.people;
  const colleague = partner.trading === "Kepler Data" ? "Jannik Vogt" : admin;
  const seller = cast.actorOf(roll() < 0.7 ? first : colleague);
  const manager = cast.actorOf(managerOf(partner.region));
  const at = workingMoment(day, 9 + Math.floor(roll() * 8), Math.floor(roll() * 60));
  moments.push({
    at,
    async tell() {
      const deal = await register(scene.ledger, seller, content, at);
      if (deal.outcome === "approved") planSale(scene, deal, seller, manager, at);
      if (deal.outcome === "in_review") planReview(scene, deal, seller, manager, at);
    },
  });
}

function planReview(scene: Scene, deal: Past, seller: PersonActor, manager: PersonActor, from: Date): void {
  const { moments, roll } = scene;
  const fate = roll();
  const at = later(from, roll() < 0.12 ? 96 : 4 + roll() * 26, roll);
  moments.push({
    at,
    async tell() {
      if (fate < 0.12) {
        const [reason, note] = pick(rejections, roll);
        await reject(deal, manager, reason, note, at);
        return;
      }
      if (fate < 0.24) {
        if (!(await ask(deal, manager, pick(questions, roll), at))) return;
        // Some never answer: the clock withdraws theirs.
        if (roll() < 0.2 && dayAt(at) < addDays(scene.today, -30)) return;
        const reply = later(at, 30 + roll() * 60, roll);
        moments.push({
          at: reply,
          async tell() {
            const again = await answer(deal, seller, pick(answers, roll), reply);
            if (again?.outcome === "in_review") planReview(scene, again, seller, manager, reply);
            if (again?.outcome === "approved") planSale(scene, again, seller, manager, reply);
          },
        });
        return;
      }
      if (await approve(deal, manager, "", at)) planSale(scene, deal, seller, manager, at);
      else {
        await reject(
          deal,
          manager,
          "protected_registration",
          "Another partner is protected for this customer and product line.",
          at,
        );
      }
    },
  });
}

/** One to four months after the approval; a fifth of them in the last days of the quarter. */
function endOfSale(from: Date, roll: () => number): Date {
  const end = later(from, 24 * (25 + roll() * 95), roll);
  if (roll() > 0.2) return end;
  const quarterEnds = fiscalQuarter(dayAt(end), 1).until;
  return workingMoment(addDays(quarterEnds, -1 - Math.floor(roll() * 10)), 10 + Math.floor(roll() * 6), 20);
}

function planSale(scene: Scene, deal: Past, seller: PersonActor, manager: PersonActor, from: Date): void {
  const { moments, roll } = scene;
  const stages = (["proposal", "negotiation"] as const).slice(0, Math.floor(roll() * 3));
  const end = endOfSale(from, roll);
  for (const [index, stage] of stages.entries()) {
    const at = later(from, 24 * (6 + index * 9 + roll() * 7), roll);
    if (at < end) moments.push({ at, tell: async () => void (await moveTo(deal, seller, stage, at)) });
  }
  const fate = roll();
  if (fate > 0.82) return;
  moments.push({
    at: end,
    async tell() {
      if (fate > 0.52) {
        await lose(deal, seller, pick(losses, roll), end);
        return;
      }
      const amount = String(Math.round((Number(deal.content.amount.amount) * (0.8 + roll() * 0.35)) / 100) * 100);
      if (!(await win(deal, seller, amount, `PO-${4000 + Math.floor(roll() * 5000)}`, end))) return;
      const at = later(end, 20 + roll() * 100, roll);
      moments.push({ at, tell: async () => void (await confirm(deal, manager, at)) });
    },
  });
}
