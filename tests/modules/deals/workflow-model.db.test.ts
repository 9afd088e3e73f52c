import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, daysBetween, plainDate } from "@/kernel/dates";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { declineExtension } from "@/modules/deals/use-cases/decline-extension";
import { declineRevocation } from "@/modules/deals/use-cases/decline-revocation";
import { extendUnasked } from "@/modules/deals/use-cases/extend-unasked";
import { grantExtension } from "@/modules/deals/use-cases/grant-extension";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { saveDraft } from "@/modules/deals/use-cases/save-draft";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { testDatabaseUrl } from "../../support/database";
import { does, drafted } from "../../support/deals";
import { begun, inOrder, isOver, type Model, moreDays, type VerbName, verbs } from "../../support/registration-model";
import { content, seedWorld, today, world } from "../../support/world";

const { alphaSales, manager, owner } = world;
const runs = Number(process.env.WORKFLOW_MODEL_RUNS ?? 50);
const steps = 40;

const db = new pg.Client({ connectionString: testDatabaseUrl() });
beforeAll(async () => {
  await seedWorld();
  await db.connect();
  await db.query("set role entente_owner");
});
afterAll(() => db.end());

type Real = Model & { readonly version: number };

/** How the deal stands in the database, in the words of the model. */
async function standing(dealId: string): Promise<Real> {
  const { rows } = await db.query(
    `select status, stage, win_reported_at is not null as reported, win_confirmed_at is not null as confirmed, version,
       exists (select from deal_extension x where x.deal_id = d.id and x.outcome is null) as "extensionAsked",
       exists (select from deal_revocation r where r.deal_id = d.id and r.outcome is null) as "revocationAsked",
       (select count(*)::int from deal_extension x where x.deal_id = d.id and x.outcome = 'granted') as extended,
       protected_until::text as until, (select max(upper(period))::text from protection p where p.deal_id = d.id) as protection
     from deal d where id = $1`,
    [dealId],
  );
  const { until, protection, ...row } = rows[0];
  expect(protection).toBe(until);
  return { ...row, until: until && daysBetween(today, plainDate(until)) };
}

/** Asks for a verb as who may do it, with the version that person saw. */
function attempt(name: VerbName, dealId: string, seen: Real, customer: object, amount: string) {
  const reference = { dealId, version: seen.version };
  const typed = content({ customer: customer as never, amount: { amount, currency: "EUR" } });
  const through = addDays(today, (seen.until ?? 0) - 1 + moreDays);
  const note = "Because of the model.";
  const money = { amount: "100", currency: "EUR" };
  const attempts: Readonly<Record<VerbName, () => Promise<{ ok: boolean }>>> = {
    save: () => does(alphaSales, saveDraft, { ...reference, draft: { ...typed, partnerRole: "selling" } }),
    submit: () => does(alphaSales, submitDeal, { ...reference, content: typed }),
    withdraw: () => does(alphaSales, withdrawDeal, reference),
    changeStage: () => does(alphaSales, changeStage, { ...reference, stage: "proposal" }),
    reportWin: () =>
      does(alphaSales, reportWin, { ...reference, wonOn: today, amount: money, orderReference: "MODEL" }),
    reportLoss: () => does(alphaSales, reportLoss, { ...reference, lostOn: today, reason: "price" }),
    release: () => does(alphaSales, releaseDeal, { ...reference, reason: "not_pursued" }),
    askExtension: () => does(alphaSales, askExtension, { ...reference, through, reason: "budget", note }),
    approve: () => does(manager, approveDeal, { ...reference, note: "" }),
    reject: () => does(manager, rejectDeal, { ...reference, reason: "not_qualified", note }),
    return: () => does(manager, returnDeal, { ...reference, question: note }),
    grantExtension: () => does(manager, grantExtension, { ...reference, through, note: "" }),
    declineExtension: () => does(manager, declineExtension, { ...reference, reason: "no_progress", note }),
    extend: () => does(manager, extendUnasked, { ...reference, through, reason: "budget", note: "" }),
    askRevocation: () => does(manager, askRevocation, { ...reference, cause: "no_activity", note }),
    confirmRevocation: () => does(owner, confirmRevocation, reference),
    declineRevocation: () => does(owner, declineRevocation, { ...reference, note }),
    confirmWin: () => does(manager, confirmWin, reference),
  };
  return attempts[name]();
}

const names = Object.keys(verbs(true)) as VerbName[];
const of = (side: "seller" | "vendor") => names.filter((name) => verbs(true)[name].by === side);
const step = fc.record({
  seller: fc.constantFrom(...of("seller")),
  vendor: fc.constantFrom(...of("vendor")),
  alone: fc.constantFrom("seller", "vendor", null),
});
let turn = 0;

/** One sequence: two people act at once, or one alone; what the database says must be what the model says in one of the orders. */
async function follows(
  isLarge: boolean,
  sequence: readonly { seller: VerbName; vendor: VerbName; alone: string | null }[],
) {
  const table = verbs(isLarge);
  const amount = isLarge ? "200000" : "48000";
  const begin = async () => {
    turn += 1;
    const customer = { name: `Model ${turn} Works`, website: `model-${turn}.de`, country: "DE" };
    return { dealId: await drafted(alphaSales), customer };
  };
  let { dealId, customer } = await begin();
  let model = begun;
  for (const { seller, vendor, alone } of sequence) {
    const seen = await standing(dealId);
    const pair: VerbName[] = alone === "seller" ? [seller] : alone === "vendor" ? [vendor] : [seller, vendor];
    const results = await Promise.all(pair.map((name) => attempt(name, dealId, seen, customer, amount)));
    const did = pair.filter((_, index) => results[index]?.ok);
    const { version: _, ...real } = await standing(dealId);
    const [first, second] = pair;
    if (!first) throw new Error("a step without a verb");
    const orders = second
      ? [inOrder(table, model, first, second), inOrder(table, model, second, first)]
      : [{ did: table[first].to(model) ? [first] : [], model: table[first].to(model) ?? model }];
    const told = { did: did.toSorted(), model: real };
    const possible = orders.map((order) => ({ did: order.did.toSorted(), model: order.model }));
    expect(possible, `${pair.join(" and ")} after ${JSON.stringify(model)}`).toContainEqual(told);
    model = real;
    if (isOver(model)) {
      ({ dealId, customer } = await begin());
      model = begun;
    }
  }
}

test(
  `[R11] a registration equals its model: ${runs} random sequences of ${steps} steps, two people at once`,
  async () => {
    await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: steps, maxLength: steps }), follows), {
      numRuns: runs,
      endOnFailure: true,
    });
  },
  Math.max(600_000, runs * 20_000),
);
