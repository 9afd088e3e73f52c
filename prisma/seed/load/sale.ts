import { money } from "@/kernel/money";
import { clockKinds } from "@/modules/deals/domain/clock";
import { releaseReasons } from "@/modules/deals/domain/reasons";
import { losses } from "../history-words";
import { pick } from "../moments";
import { inEuros } from "../rates";
import { happen, type LoadDeal } from "./deal";
import { type Program, start } from "./program";

type Move = { readonly at: number; readonly tell: () => void };

/** All that becomes of an approved registration before the history ends; nothing in it depends on other deals. */
export function planSale(program: Program, deal: LoadDeal, from: number): void {
  const { days, roll, now, finish } = program;
  const { protectedFrom, protectedUntil } = deal;
  if (protectedFrom === null || protectedUntil === null) throw new Error("a sale without a protection");
  const expiresAt = days.start(protectedUntil);
  const clock = start(deal, { kind: clockKinds.protection, startedAt: from, dueAt: expiresAt, consequence: "expire" });
  const fate = roll();
  const closesAt = momentIn(program, from, 8 + roll() * 112);
  const isClosing = fate < 0.82;
  const moves: Move[] = [];
  const plan = (at: number, tell: () => void) => {
    if (at <= now) moves.push({ at, tell });
  };
  const stages = (["proposal", "negotiation"] as const).slice(0, Math.floor(roll() * 3));
  for (const [index, stage] of stages.entries()) {
    const at = momentIn(program, from, 3 + index * 9 + roll() * 8);
    if (!isClosing || at < closesAt) plan(at, () => moveTo(deal, stage, at));
  }
  plan(expiresAt, () => {
    if (deal.status !== "approved" || deal.winConfirmedAt !== null || deal.stage === "lost") return;
    clock.firedAt = expiresAt;
    happen(deal, expiresAt, "deal.expired", null, {}, { status: "expired" });
  });
  if (fate < 0.45) {
    plan(closesAt, () => win(program, deal, closesAt));
    const confirmedAt = days.afterMinutes(closesAt, 100 + Math.floor(roll() * 2400));
    plan(confirmedAt, () => {
      if (confirm(program, deal, confirmedAt)) clock.stoppedAt = confirmedAt;
    });
  } else if (fate < 0.8)
    plan(closesAt, () => {
      if (lose(program, deal, closesAt)) clock.stoppedAt = closesAt;
    });
  else if (isClosing)
    plan(closesAt, () => {
      if (release(program, deal, closesAt)) clock.stoppedAt = closesAt;
    });
  for (const move of moves.sort((left, right) => left.at - right.at)) move.tell();
  hold(program, deal, clock.stoppedAt);
  finish(deal);
}

/** A moment of a working day, so many days later. */
function momentIn({ days, roll }: Program, from: number, later: number): number {
  return days.opening(days.dayOf(from) + Math.max(1, Math.floor(later))) + Math.floor(roll() * 475) * 60_000;
}

/** From now on others meet the protection; they see it end early only once it has. */
function hold({ days }: Program, deal: LoadDeal, endedAt: number | null): void {
  const { account, partner, protectedUntil, content, product, clocks } = deal;
  const clock = clocks.at(-1);
  if (protectedUntil === null || !clock) return;
  account.held = [
    ...account.held,
    {
      dealId: deal.id,
      number: deal.number,
      partnerId: partner.id,
      partnerName: partner.name,
      customerName: content.customer.name,
      product,
      until: days.dayOf(clock.dueAt),
      cutAt: endedAt ?? Number.POSITIVE_INFINITY,
      cutUntil: protectedUntil,
    },
  ];
}

function moveTo(deal: LoadDeal, stage: "proposal" | "negotiation", at: number): void {
  happen(deal, at, "deal.stageChanged", deal.seller, { from: deal.stage, to: stage }, { stage });
}

function win({ days, rates, roll }: Program, deal: LoadDeal, at: number): void {
  const on = days.text(days.dayOf(at));
  const { amount, currency } = deal.content.amount;
  const won = money(Math.round((amount * (0.8 + roll() * 0.35)) / 100) * 100, currency);
  const reported = inEuros(rates, won, on);
  const order = `PO-${deal.number.slice(5)}`;
  deal.win = { on, money: won, reporting: reported.money.amount, rateDay: reported.rateDay, order };
  deal.winReportedAt = at;
  const data = { wonOn: on, amount: won.amount, currency, orderReference: order };
  happen(deal, at, "deal.winReported", deal.seller, data, { stage: "won" });
}

/** The sale is lost; true where that ended the protection, today. */
function lose({ days, roll }: Program, deal: LoadDeal, at: number): boolean {
  deal.lostOn = days.text(days.dayOf(at));
  deal.lostReason = pick(losses, roll);
  const ends = deal.status === "approved" && endWith(deal, days.dayOf(at));
  const data = { reason: deal.lostReason, lostOn: deal.lostOn, ...(ends ? { endsOn: deal.lostOn } : {}) };
  happen(deal, at, "deal.lost", deal.seller, data, { stage: "lost" });
  return ends;
}

/** Confirms a win; true where that ended the protection, on the day of the win. */
function confirm({ days }: Program, deal: LoadDeal, at: number): boolean {
  const { win: won, winReportedAt, partner } = deal;
  if (!won || winReportedAt === null) return false;
  deal.winConfirmedAt = at;
  deal.winConfirmedBy = partner.manager;
  deal.account.customerSince = Math.min(deal.account.customerSince, at);
  const ends = deal.status === "approved" && endWith(deal, days.dayOf(winReportedAt));
  happen(deal, at, "deal.winConfirmed", partner.manager, { wonOn: won.on });
  return ends;
}

/** The partner gives up what is still protected for it. */
function release({ days, roll }: Program, deal: LoadDeal, at: number): boolean {
  if (deal.status !== "approved") return false;
  const endsOn = days.text(days.dayOf(at));
  endWith(deal, days.dayOf(at));
  const data = { reason: pick(releaseReasons, roll), endsOn };
  happen(deal, at, "deal.released", deal.seller, data, { status: "released" });
  return true;
}

/** The protection lasts through a day, no longer than it did and never less than its first one. */
function endWith(deal: LoadDeal, lastDay: number): true {
  const first = deal.protectedFrom ?? 0;
  deal.protectedUntil = Math.min(deal.protectedUntil ?? 0, Math.max(lastDay, first) + 1);
  return true;
}
