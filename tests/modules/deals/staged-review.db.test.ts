import { beforeAll, beforeEach, expect, test } from "vitest";
import { replay } from "@/kernel/decision";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { dealClocks } from "@/modules/deals/schedule";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { fireDueClocks } from "@/server/worker";
import { withoutPresales } from "../../../prisma/seed/program";
import { loadPolicy } from "../../../scripts/lib/policy-file";
import { dealRow, does, done, submitted } from "../../support/deals";
import { publishedRules, seedWorld, sql, world } from "../../support/world";

const { alphaSales, betaSales, manager, owner } = world;
const { clocks, settings } = loadPolicy("samples/programs/staged-review-60-days.json").body;
const classic = withoutPresales(registrationPolicy(15_000_000));
const limits = { "manager.limit": settings["manager.limit"] ?? 0 };
const body = { ...classic, clocks, settings: { ...classic.settings, ...limits } };

beforeAll(async () => {
  await seedWorld();
  await publishedRules(2, body);
});

let turn = 0;
beforeEach(() => {
  turn += 1;
});

const large = { amount: { amount: "200000", currency: "EUR" } };
const inReview = (actor = alphaSales, website = `staged-${turn}.de`) =>
  submitted(actor, { ...large, customer: { name: `Staged ${turn} Works`, website, country: "DE" } });

/** Lets the stage that runs be over; gives when that was. */
async function letPass(dealId: string): Promise<Date> {
  const { due_at } = await dealRow(dealId);
  if (!due_at) throw new Error("nothing is due");
  await fireDueClocks(dealClocks, new Date(due_at.getTime() - 1));
  await fireDueClocks(dealClocks, due_at);
  return due_at;
}

const told = async (dealId: string) =>
  (await sql<{ type: string }>("select type from event where subject_id = $1 order by sequence", [dealId])).map(
    ({ type }) => type.slice("deal.".length),
  );

test("[DEAL-17] a review that nobody decides goes through its stages, each once: reminded, handed on, approved", async () => {
  const { dealId } = await inReview();
  // Two business days from Wednesday noon, three more, two more.
  expect((await dealRow(dealId)).due_at).toEqual(new Date("2026-11-27T16:00:00Z"));
  await letPass(dealId);
  expect(await dealRow(dealId)).toMatchObject({
    reviewer_id: manager.personId,
    due_at: new Date("2026-12-02T16:00:00Z"),
  });
  await letPass(dealId);
  expect(await dealRow(dealId)).toMatchObject({
    reviewer_id: owner.personId,
    due_at: new Date("2026-12-04T16:00:00Z"),
  });
  const late = await letPass(dealId);
  expect(await dealRow(dealId)).toMatchObject({ status: "approved", due_at: null, reviewer_id: null });
  await fireDueClocks(dealClocks, late);
  expect(await told(dealId)).toEqual([
    "drafted",
    "submitted",
    "sentToReview",
    "reviewReminded",
    "escalated",
    "approvedByRule",
  ]);
  const [decision] = await sql<{ facts: never; evaluation: never }>(
    `select d.outcome, d.reason_code, d.decider_kind, b.facts, b.evaluation from decision d
     join decision_basis b on b.decision_id = d.id where subject_id = $1 order by decided_at desc limit 1`,
    [dealId],
  );
  expect(decision).toMatchObject({ outcome: "approved", reason_code: "vendor_late", decider_kind: "system" });
  expect(decision && replay(body, decision).same).toBe(true);
  const protections = await sql("select 1 from protection where deal_id = $1", [dealId]);
  expect(protections).toHaveLength(1);
});

test("[DEAL-17] the time to a decision counts all stages, and a decision ends them", async () => {
  const { dealId } = await inReview();
  const reminded = await letPass(dealId);
  const decided = new Date(reminded.getTime() + 65 * 3_600_000);
  const { version } = await dealRow(dealId);
  done(await does(manager, approveDeal, { dealId, version, note: "Late, but yes." }, decided));
  const [deal] = await sql<{ decision_minutes: number }>("select decision_minutes from deal where id = $1", [dealId]);
  // Wednesday noon to Friday evening, and one hour of Monday.
  expect(deal?.decision_minutes).toBe((5 + 8 + 8 + 1) * 60);
  const running = await sql(
    "select 1 from clock where subject_id = $1 and kind = 'deal.review' and stopped_at is null and fired_at is null",
    [dealId],
  );
  expect(running).toEqual([]);
});

test("[DEAL-05] two workers approve an overdue registration once", async () => {
  const { dealId } = await inReview();
  await letPass(dealId);
  await letPass(dealId);
  const { due_at } = await dealRow(dealId);
  if (!due_at) throw new Error("nothing is due");
  await Promise.all([fireDueClocks(dealClocks, due_at), fireDueClocks(dealClocks, due_at)]);
  expect((await told(dealId)).filter((type) => type === "approvedByRule")).toHaveLength(1);
});

test("[DEAL-04] what is in conflict is never approved for being late: it stays with the program owner", async () => {
  const website = `taken-${turn}.de`;
  const customer = { name: `Taken ${turn} Works`, website, country: "DE" };
  await submitted(betaSales, { customer });
  const { dealId } = await submitted(alphaSales, { customer });
  await letPass(dealId);
  await letPass(dealId);
  expect(await dealRow(dealId)).toMatchObject({ status: "in_review", reviewer_id: owner.personId });
  const running = await sql("select 1 from clock where subject_id = $1 and fired_at is null and stopped_at is null", [
    dealId,
  ]);
  expect(running).toEqual([]);
});

test("[PLAN-08] a channel manager decides up to their limit; above it the case is a program owner's, and nobody else's", async () => {
  const decided = async (amount: string) => {
    const customer = { name: `Limit ${amount} Works`, website: `limit-${amount}.de`, country: "DE" };
    const { dealId } = await submitted(alphaSales, { customer, amount: { amount, currency: "EUR" } });
    const { version, reviewer_id } = await dealRow(dealId);
    const reference = { dealId, version, note: "" };
    return { reviewer: reviewer_id, by: (actor = manager) => does(actor, approveDeal, reference) };
  };
  expect(limits).toEqual({ "manager.limit": 50_000_000 });
  const within = await decided("500000");
  expect(within.reviewer).toBe(manager.personId);
  expect(await within.by()).toMatchObject({ ok: true });
  const above = await decided("500000.01");
  expect(above.reviewer).toBe(owner.personId);
  expect(await above.by()).toMatchObject({ failure: { code: "forbidden" } });
  expect(await above.by(owner)).toMatchObject({ ok: true });
});

test("[DEAL-05] what somebody else was protected for meanwhile is not approved for being late, but escalated", async () => {
  const customer = { name: `Faster ${turn} Works`, website: `faster-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { ...large, customer });
  await submitted(betaSales, { customer });
  await letPass(dealId);
  await letPass(dealId);
  await letPass(dealId);
  expect(await dealRow(dealId)).toMatchObject({ status: "in_review", reviewer_id: owner.personId });
  expect((await told(dealId)).slice(-2)).toEqual(["escalated", "escalated"]);
});
