import { addDays, type PlainDate } from "@/kernel/dates";
import type { DealContentInput } from "@/modules/deals/schema";
import { type Company, companies } from "./companies";
import type { Scene } from "./history";
import { productId } from "./ids";
import { moveTo, win } from "./ledger-sales";
import { approve, ask, type Past, register } from "./ledger-verbs";
import { later, workingDaysBefore, workingMoment } from "./moments";
import { partnerOf } from "./partners";

/** A registration of a company that has a part in the demo. */
export function contentFor(
  company: Company,
  product: string,
  amount: number,
  currency: string,
  expectedClose: PlainDate,
): DealContentInput {
  return {
    customer: { name: company.name, website: company.website, country: company.country },
    contact: { name: company.contact, email: company.email },
    productLineId: productId(product),
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: String(amount), currency },
    expectedClose,
    need: "Wants one place for the data of three plants; the tender runs through IT purchasing.",
  };
}

type Plan = { trading: string; company: Company; product: string; amount: number; days: number };

/** Registers some days ago; where the rules want a person, the manager approves the day after. */
function planApproved(scene: Scene, plan: Plan, then: (deal: Past, from: Date) => void = () => undefined): void {
  const { cast, ledger, moments, today, roll } = scene;
  const { currency, people, manager: managerName } = partnerOf(plan.trading);
  const at = workingMoment(addDays(today, -plan.days), 10, 10 + (plan.days % 40));
  const content = contentFor(plan.company, plan.product, plan.amount, currency, addDays(today, 45));
  moments.push({
    at,
    tell() {
      const deal = register(ledger, cast.actorOf(people[0]), content, at);
      if (deal.outcome === "approved") return then(deal, at);
      const approvedAt = later(at, 24, roll);
      moments.push({
        at: approvedAt,
        tell() {
          const done = approve(deal, cast.actorOf(managerName), "", approvedAt);
          if (!done) throw new Error(`${plan.company.name} should be free`);
          then(deal, approvedAt);
        },
      });
    },
  });
}

function planWin(scene: Scene, plan: Plan, order: string): void {
  const { cast, moments, today } = scene;
  planApproved(scene, plan, (deal) => {
    const at = workingMoment(workingDaysBefore(today, 2), 15, plan.days % 50);
    const seller = cast.actorOf(partnerOf(plan.trading).people[0]);
    moments.push({ at, tell: () => void win(deal, seller, String(plan.amount), order, at) });
  });
}

/** A registration the manager sent back with a question that has no answer yet. */
function planQuestion(scene: Scene, plan: Omit<Plan, "days">, workingDays: number, question: string): void {
  const { cast, ledger, moments, today } = scene;
  const { currency, people, manager: managerName } = partnerOf(plan.trading);
  const at = workingMoment(workingDaysBefore(today, workingDays + 1), 10, 25);
  const askedAt = workingMoment(workingDaysBefore(today, workingDays), 11, 5);
  const content = contentFor(plan.company, plan.product, plan.amount, currency, addDays(today, 90));
  moments.push({
    at,
    tell() {
      const deal = register(ledger, cast.actorOf(people[0]), content, at);
      const manager = cast.actorOf(managerName);
      moments.push({ at: askedAt, tell: () => void ask(deal, manager, question, askedAt) });
    },
  });
}

/** Protections about whose end somebody has acted by now. */
export const endings = [
  {
    trading: "Rheinblick IT",
    company: companies.emsland,
    product: "streams",
    amount: 84_000,
    days: 80,
    stage: "proposal",
  },
  { trading: "Datenwerft Nord", company: companies.spree, product: "edge", amount: 52_000, days: 81, stage: null },
  { trading: "Rheinblick IT", company: companies.saar, product: "observe", amount: 66_000, days: 74, stage: null },
  { trading: "Datenwerft Nord", company: companies.eifel, product: "catalog", amount: 38_000, days: 66, stage: null },
] as const;

/** What lies behind the present: protections that end soon, wins to confirm, questions, and deals that others run into. */
export function planShowcase(scene: Scene): void {
  const { cast, moments } = scene;
  const kepler = "Kepler Data";
  const protectedDeal = (trading: string, company: Company, product: string, amount: number, days: number) =>
    planApproved(scene, { trading, company, product, amount, days });
  protectedDeal("Alpstein Consulting", companies.isarwerkService, "streams", 74_000, 30);
  protectedDeal("Rheinblick IT", companies.stadtwerke, "observe", 42_000, 40);
  protectedDeal("Donauraum Data", companies.tirol, "lakehouse", 58_000, 25);
  protectedDeal(kepler, companies.donau, "streams", 92_000, 85);
  protectedDeal(kepler, companies.harz, "edge", 31_500, 79);
  planApproved(
    scene,
    { trading: kepler, company: companies.rheinchem, product: "lakehouse", amount: 71_000, days: 78 },
    (deal, from) => {
      const at = later(from, 24 * 30, scene.roll);
      moments.push({ at, tell: () => void moveTo(deal, cast.actorOf("Lena Brandt"), "proposal", at) });
    },
  );
  for (const { trading, company, product, amount, days, stage } of endings)
    planApproved(scene, { trading, company, product, amount, days }, (deal, from) => {
      const at = later(from, 24 * 20, scene.roll);
      const seller = cast.actorOf(partnerOf(trading).people[0]);
      if (stage) moments.push({ at, tell: () => void moveTo(deal, seller, stage, at) });
    });
  const sold = (trading: string, company: Company, product: string, amount: number, days: number) =>
    ({ trading, company, product, amount, days }) satisfies Plan;
  planWin(scene, sold(kepler, companies.elbtal, "streams", 58_000, 52), "PO-7702");
  planWin(scene, sold("Rheinblick IT", companies.saale, "catalog", 41_500, 47), "PO-7712");
  planWin(scene, sold("Alpstein Consulting", companies.limmat, "lakehouse", 92_000, 61), "PO-7722");
  planWin(scene, sold("Datenwerft Nord", companies.oste, "streams", 27_500, 44), "PO-7731");
  const asked = { trading: kepler, company: companies.bergfeld, product: "observe", amount: 188_000 };
  planQuestion(scene, asked, 8, "Which business unit signs, and is there a budget for this year?");
  const other = { trading: "Datenwerft Nord", company: companies.ahrtal, product: "catalog", amount: 162_000 };
  planQuestion(scene, other, 4, "Who at the cooperative decides, and have you met them?");
}
