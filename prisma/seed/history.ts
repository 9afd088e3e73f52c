import type { PersonActor } from "@/kernel/actor";
import { addDays, daysBetween, fiscalQuarter, type PlainDate } from "@/kernel/dates";
import { releaseReasons } from "@/modules/deals/domain/reasons";
import type { DealContentInput } from "@/modules/deals/schema";
import { customerOf } from "./customers";
import { dealSize } from "./deal-size";
import { approvals, exchanges, losses, needs, rejections } from "./history-words";
import { productId } from "./ids";
import type { Ledger } from "./ledger";
import { confirm, lose, moveTo, release, win } from "./ledger-sales";
import { answer, approve, ask, type Past, register, reject, withdraw } from "./ledger-verbs";
import { dayAt, later, type Moment, pick, workingDaysBefore, workingMoment } from "./moments";
import { otherSellersOf } from "./partner-people";
import { type SeedPartner, seedPartners, seedProducts } from "./partners";
import type { Cast } from "./people";
import { dayInSeason, isShortStaffed } from "./seasons";

export type Scene = { cast: Cast; ledger: Ledger; moments: Moment[]; roll: () => number; today: PlainDate };

const days = 730;
// The last days belong to what goes on now.
const quietDays = 10;
function contentOf(partner: SeedPartner, customerIndex: number, day: PlainDate, roll: () => number): DealContentInput {
  const customer = customerOf(partner.country, customerIndex);
  return {
    customer: { name: customer.name, website: customer.website, country: partner.country },
    contact: { name: customer.contact, email: customer.email },
    productLineId: productId(pick(seedProducts, roll)[0]),
    partnerRole: "selling",
    dealType: roll() < 0.78 ? "new" : roll() < 0.7 ? "expansion" : "renewal",
    amount: { amount: String(dealSize(partner.currency, roll)), currency: partner.currency },
    expectedClose: addDays(day, 40 + Math.floor(roll() * 140)),
    need: pick(needs, roll),
  };
}

/** Plans two years of registrations of everybody who registers. */
export function planHistory(scene: Scene): void {
  const used = new Map<string, number>();
  for (const partner of seedPartners) {
    const begin = addDays(scene.today, -Math.min(days, partner.months * 30 - 20));
    // Nobody falls silent on the very day.
    const end = addDays(scene.today, partner.quiet > 0 ? -partner.quiet * 30 - 20 : -quietDays);
    const span = daysBetween(begin, end);
    const count = span > 0 ? Math.round((partner.weight * 26 * span) / days) : 0;
    for (let number = 0; number < count; number += 1) {
      const day = dayInSeason(begin, span, scene.roll);
      const next = used.get(partner.country) ?? 0;
      const again = next > 4 && scene.roll() < 0.12;
      if (!again) used.set(partner.country, next + 1);
      const index = again ? Math.floor(scene.roll() * next) : next;
      planDeal(scene, partner, contentOf(partner, index, day, scene.roll), day);
    }
  }
}

type Story = Scene & {
  readonly seller: PersonActor;
  readonly manager: PersonActor;
  /** Whether this seller never leaves a sale past its day without a word. */
  readonly tidy: boolean;
};

/** At a moment, or just after the one before it where that would be too late: no story of the past goes on today. */
function inThePast({ today }: Scene, at: Date, before: Date): Date {
  const last = workingMoment(workingDaysBefore(today, 2), 16, 0);
  if (at <= last) return at;
  return before < last ? last : new Date(before.getTime() + 20 * 60_000);
}

function planDeal(scene: Scene, partner: SeedPartner, content: DealContentInput, day: PlainDate): void {
  const { cast, moments, roll } = scene;
  const [first] = partner.people;
  const seller = roll() < 0.6 ? first : pick(otherSellersOf(partner), roll);
  const at = workingMoment(day, 9 + Math.floor(roll() * 8), Math.floor(roll() * 60));
  const story = {
    ...scene,
    seller: cast.actorOf(seller),
    manager: cast.actorOf(partner.manager),
    tidy: seller === "Lena Brandt",
  };
  moments.push({
    at,
    tell() {
      const deal = register(scene.ledger, story.seller, content, at);
      if (deal.outcome === "approved") planSale(story, deal, at);
      if (deal.outcome === "in_review") planReview(story, deal, at);
    },
  });
}

function planReview(story: Story, deal: Past, from: Date, asked = false): void {
  const { moments, roll, seller, manager } = story;
  const fate = roll();
  const isLate = roll() < (isShortStaffed(dayAt(from)) ? 0.35 : 0.1);
  const at = inThePast(story, later(from, isLate ? 96 : 4 + roll() * 26, roll), from);
  moments.push({
    at,
    tell() {
      if (fate < 0.03) withdraw(deal, seller, at);
      else if (fate < 0.15) refuse(story, deal, at);
      else if (fate < 0.27 && !asked) planQuestion(story, deal, at);
      else if (approve(deal, manager, pick(approvals, roll), at)) planSale(story, deal, at);
      else
        reject(
          deal,
          manager,
          "protected_registration",
          "Another partner is protected for this customer and product line.",
          at,
        );
    },
  });
}

function refuse({ roll, manager }: Story, deal: Past, at: Date): void {
  const [reason, note] = pick(rejections, roll);
  reject(deal, manager, reason, note, at);
}

function planQuestion(story: Story, deal: Past, at: Date): void {
  const { moments, roll, today, seller, manager } = story;
  const [question, text] = pick(exchanges, roll);
  if (!ask(deal, manager, question, at)) return;
  // Some never answer: the clock withdraws theirs.
  if (roll() < 0.2 && dayAt(at) < addDays(today, -30)) return;
  const reply = inThePast(story, later(at, 30 + roll() * 60, roll), at);
  moments.push({
    at: reply,
    tell() {
      const again = answer(deal, seller, text, reply);
      if (again?.outcome === "in_review") planReview(story, again, reply, true);
      if (again?.outcome === "approved") planSale(story, again, reply);
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

/** The day by which a sale would be on its seller's list of things to do, where it is protected today; null for any other. */
function dueOn({ today }: Story, { deal, content }: Past): PlainDate | null {
  const protectedUntil = deal.columns.protectedUntil;
  if (typeof protectedUntil !== "string" || protectedUntil <= today) return null;
  // Of days as text the smaller one is the earlier one.
  const due = [addDays(protectedUntil as PlainDate, -15), content.expectedClose as PlainDate].sort()[0];
  return due && due <= addDays(today, 1) ? due : null;
}

function planSale(story: Story, deal: Past, from: Date): void {
  const { moments, roll, seller } = story;
  const stages = (["proposal", "negotiation"] as const).slice(0, Math.floor(roll() * 3));
  const due = story.tidy ? dueOn(story, deal) : null;
  const planned = endOfSale(from, roll);
  const end = due ? inThePast(story, workingMoment(addDays(due, -2), 15, 40), from) : planned;
  for (const [index, stage] of stages.entries()) {
    const at = later(from, 24 * (6 + index * 9 + roll() * 7), roll);
    if (at < end) moments.push({ at, tell: () => void moveTo(deal, seller, stage, at) });
  }
  const fate = due ? roll() * 0.8 : roll();
  if (fate > 0.82) return;
  moments.push({
    at: end,
    tell() {
      if (fate > 0.79) release(deal, seller, pick(releaseReasons, roll), end);
      else if (fate > 0.44) lose(deal, seller, pick(losses, roll), end);
      else planWin(story, deal, end);
    },
  });
}

function planWin({ moments, roll, seller, manager }: Story, deal: Past, at: Date): void {
  const amount = String(Math.round((Number(deal.content.amount.amount) * (0.8 + roll() * 0.35)) / 100) * 100);
  if (!win(deal, seller, amount, `PO-${4000 + Math.floor(roll() * 5000)}`, at)) return;
  const confirmedAt = later(at, 20 + roll() * 100, roll);
  moments.push({ at: confirmedAt, tell: () => void confirm(deal, manager, confirmedAt) });
}
