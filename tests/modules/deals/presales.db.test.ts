import { beforeAll, expect, test } from "vitest";
import { vendorTasks } from "@/modules/deals/queries/home";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { dealClocks } from "@/modules/deals/schedule";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { givePresales } from "@/modules/deals/use-cases/give-presales";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { withActor } from "@/server/db";
import { fireDueClocks } from "@/server/worker";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, manager, owner, finance } = world;

let turn = 0;
/** Above 100,000 euros the rules bring a solution review; above 150,000 a person approves. */
async function registered(amount: string) {
  turn += 1;
  const customer = { name: `Helped ${turn} Works`, website: `helped-${turn}.de`, country: "DE" };
  const { dealId, outcome } = await submitted(alphaSales, { customer, amount: { amount, currency: "EUR" } });
  return { dealId, outcome, version: (await dealRow(dealId)).version };
}
const help = (dealId: string, actor = alphaSales) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin")).then((record) => record?.presales);
const running = (dealId: string) =>
  sql(
    "select 1 from clock where subject_id = $1 and kind = 'deal.presales' and stopped_at is null and fired_at is null",
    [dealId],
  );

beforeAll(async () => {
  await seedWorld({ presales: true });
});

test("[DEAL-16] an approval by rule starts pre-sales help, with an owner and a due time that both sides see", async () => {
  const { dealId, outcome } = await registered("120000");
  expect(outcome).toBe("approved");
  const expected = {
    kind: "solution_review",
    owner: manager.name,
    // The end of the third business day after a Wednesday.
    dueAt: new Date("2026-11-30T16:00:00Z"),
    given: null,
  };
  expect(await help(dealId)).toMatchObject({ ...expected, mayGive: false });
  expect(await help(dealId, manager)).toMatchObject({ ...expected, mayGive: true });
  const tasks = await withActor(manager, (tx) => vendorTasks(tx, manager));
  expect(tasks.find(({ deal }) => deal.id === dealId)).toMatchObject({ kind: "give_help", dueAt: expected.dueAt });
});

test("[DEAL-16] an approval by a person starts it too; a small deal brings none", async () => {
  const large = await registered("200000");
  expect(large.outcome).toBe("in_review");
  done(await does(manager, approveDeal, { dealId: large.dealId, version: large.version, note: "" }));
  expect(await help(large.dealId)).toMatchObject({ kind: "solution_review", owner: manager.name });
  const small = await registered("20000");
  expect(await help(small.dealId)).toBeNull();
});

test("what was given is written once, and the partner reads it", async () => {
  const { dealId, version } = await registered("120000");
  const answer = { dealId, version, note: "We looked at the sizing together." };
  expect(await does(finance, givePresales, answer)).toEqual({ ok: false, failure: { code: "forbidden" } });
  done(await does(manager, givePresales, answer));
  expect(await does(manager, givePresales, answer)).toMatchObject({ ok: false, failure: { code: "conflict" } });
  expect(await help(dealId)).toMatchObject({ given: { at: noon, note: answer.note }, mayGive: false });
  expect(await running(dealId)).toEqual([]);
});

test("late help goes to a program owner, who gives it", async () => {
  const { dealId, version } = await registered("120000");
  await fireDueClocks(dealClocks, new Date("2026-12-01T11:00:00Z"));
  expect(await help(dealId, manager)).toMatchObject({ owner: owner.name, given: null });
  // A partner is not told of people it has no business with.
  expect(await help(dealId)).toMatchObject({ owner: "", given: null });
  done(await does(owner, givePresales, { dealId, version, note: "Done by the program team." }));
});

test("a sale that is over needs none", async () => {
  const { dealId, version } = await registered("120000");
  done(await does(alphaSales, reportLoss, { dealId, version, lostOn: today, reason: "price" }));
  expect(await help(dealId)).toBeNull();
  expect(await running(dealId)).toEqual([]);
});
