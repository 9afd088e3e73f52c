import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { mayConfirmWin, mayRelease, mayReport } from "@/modules/deals/access";
import { clockKinds } from "@/modules/deals/domain/clock";
import type { OpenStage } from "@/modules/deals/domain/deal";
import { endProtection } from "@/modules/deals/domain/protection";
import type { ReleaseReason } from "@/modules/deals/domain/reasons";
import { dealContent } from "@/modules/deals/schema";
import type { Line } from "./insert";
import type { Ledger, LedgerDeal } from "./ledger";
import { happened, save, stop } from "./ledger-steps";
import type { Past } from "./ledger-verbs";
import { dayAt } from "./moments";
import { inEuros } from "./rates";

export function moveTo({ ledger, deal }: Past, actor: PersonActor, stage: OpenStage, now: Date) {
  if (!mayReport(actor, deal)) return false;
  const data = { from: deal.stage, to: stage };
  save(ledger, deal, { stage }, now);
  happened(ledger, deal, "deal.stageChanged", actor, now, data);
  return true;
}

export function lose({ ledger, deal }: Past, actor: PersonActor, reason: string, now: Date): boolean {
  if (!mayReport(actor, deal)) return false;
  const lostOn = dayAt(now);
  const isProtected = deal.status === "approved";
  const end = isProtected ? endOn(ledger, deal, lostOn, now) : {};
  save(ledger, deal, { stage: "lost", columns: { lostOn, lostReason: reason, ...end } }, now);
  happened(ledger, deal, "deal.lost", actor, now, { reason, lostOn, ...(isProtected ? { endsOn: lostOn } : {}) });
  return true;
}

export function win(past: Past, actor: PersonActor, amount: string, order: string, now: Date): boolean {
  const { ledger, deal, content } = past;
  if (!mayReport(actor, deal)) return false;
  const wonOn = dayAt(now);
  const { amount: won } = dealContent.parse({ ...content, amount: { ...content.amount, amount } });
  const reported = inEuros(ledger.rates, won, wonOn);
  const columns = {
    wonAmount: won.amount,
    wonCurrency: won.currency,
    wonReportingAmount: reported.money.amount,
    wonRateDay: reported.rateDay,
    orderReference: order,
  };
  save(ledger, deal, { stage: "won", wonOn, winReportedAt: now, winReportedById: actor.personId, columns }, now);
  const data = { wonOn, amount: won.amount, currency: won.currency, orderReference: order };
  happened(ledger, deal, "deal.winReported", actor, now, data);
  return true;
}

export function confirm({ ledger, deal }: Past, actor: PersonActor, now: Date): boolean {
  if (!mayConfirmWin(actor, deal) || !deal.wonOn) return false;
  const end = deal.status === "approved" ? endOn(ledger, deal, deal.wonOn, now) : {};
  save(ledger, deal, { winConfirmedAt: now, columns: { winConfirmedById: actor.personId, ...end } }, now);
  const account = ledger.accounts.get(deal.accountId);
  if (account) account.isCustomer = true;
  happened(ledger, deal, "deal.winConfirmed", actor, now, { wonOn: deal.wonOn });
  return true;
}

/** The partner gives up what is protected for it. */
export function release({ ledger, deal }: Past, actor: PersonActor, reason: ReleaseReason, now: Date): boolean {
  if (!mayRelease(actor, deal)) return false;
  const endsOn = dayAt(now);
  save(ledger, deal, { status: "released", columns: endOn(ledger, deal, endsOn, now) }, now);
  happened(ledger, deal, "deal.released", actor, now, { reason, endsOn });
  return true;
}

/** Ends the protection of a deal with a day; returns the columns that say so. */
function endOn(ledger: Ledger, deal: LedgerDeal, lastProtected: PlainDate, now: Date): Line {
  const protection = ledger.protections.findLast((entry) => entry.deal === deal);
  if (!protection) return {};
  protection.period = endProtection(protection.period, lastProtected);
  stop(ledger, deal, clockKinds.protection, now);
  return { protectedUntil: protection.period.until };
}
