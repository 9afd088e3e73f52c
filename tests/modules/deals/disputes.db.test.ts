import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { vendorTasks } from "@/modules/deals/queries/home";
import { listDisputes } from "@/modules/deals/queries/list-disputes";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { assignDispute } from "@/modules/deals/use-cases/assign-dispute";
import { decideDispute } from "@/modules/deals/use-cases/decide-dispute";
import { escalateDispute } from "@/modules/deals/use-cases/escalate-dispute";
import { openDispute } from "@/modules/deals/use-cases/open-dispute";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { withdrawDispute } from "@/modules/deals/use-cases/withdraw-dispute";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, secondOwner, seedWorld, sql, world } from "../../support/world";

const { alphaSales, alphaAdmin, betaSales, manager, cover, owner, finance, executive } = world;
const statement = "We hold the minutes of both meetings.";
const upheld = { outcome: "upheld", reason: "nothing_new", note: "The minutes name another project." };
const overturned = { outcome: "overturned", reason: "new_evidence", note: "The minutes show two meetings." };

let turn = 0;
const reference = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
async function rejected(host = `disputed-${++turn}`) {
  const customer = { name: `${host} GmbH`, website: `${host}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer, amount: { amount: "200000", currency: "EUR" } });
  const because = { reason: "not_qualified", note: "Nobody there knows of it." };
  done(await does(manager, rejectDeal, { ...(await reference(dealId)), ...because }));
  return reference(dealId);
}
async function disputed(host?: string) {
  const deal = await rejected(host);
  done(await does(alphaSales, openDispute, { ...deal, statement }));
  return reference(deal.dealId);
}
const disputeRow = async (dealId: string) =>
  (
    await sql<Record<string, unknown>>("select * from deal_dispute where deal_id = $1 order by opened_at desc", [
      dealId,
    ])
  )[0];
const record = (actor: PersonActor, dealId: string) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));
const conflict = (reason: string) => ({ ok: false, failure: { code: "conflict", entity: "deal", reason } });
const forbidden = { ok: false, failure: { code: "forbidden" } };

beforeAll(async () => {
  await seedWorld();
});

describe("[DEAL-09] a rejection is disputed before somebody who took no part in it", () => {
  test("it has the partner's words, the decision, an independent owner and a clock", async () => {
    const { dealId } = await disputed();
    const [decision] = await sql<{ id: string }>(
      "select id from decision where subject_id = $1 and outcome = 'rejected'",
      [dealId],
    );
    expect(await disputeRow(dealId)).toMatchObject({
      status: "open",
      statement,
      decision_id: decision?.id,
      first_decider_id: manager.personId,
      owner_id: owner.personId,
    });
    const clocks = await sql(
      "select due_at from clock where subject_id = $1 and kind = 'deal.dispute' and stopped_at is null",
      [dealId],
    );
    expect(clocks).toEqual([{ due_at: (await disputeRow(dealId))?.due_at }]);
    expect((await record(alphaSales, dealId))?.dispute).toMatchObject({ status: "open", owner: owner.name, statement });
    const waits = async (actor: PersonActor) =>
      (await withActor(actor, (tx) => vendorTasks(tx, actor))).some(
        ({ kind, deal }) => kind === "judge_dispute" && deal.id === dealId,
      );
    expect([await waits(owner), await waits(manager)]).toEqual([true, false]);
  });

  test("overturned: approved and protected from today on, and the partner reads why", async () => {
    const deal = await disputed();
    done(await does(owner, decideDispute, { ...deal, ...overturned }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "approved", stage: "qualified" });
    expect(await sql("select 1 as held from protection where deal_id = $1", [deal.dealId])).toEqual([{ held: 1 }]);
    const seen = await record(alphaSales, deal.dealId);
    expect(seen?.decisions[0]).toMatchObject({ outcome: "approved", decider: owner.name, note: overturned.note });
    expect(seen?.dispute).toMatchObject({ status: "overturned", reason: overturned.reason, note: overturned.note });
    expect(
      await sql("select 1 from clock where subject_id = $1 and kind = 'deal.dispute' and stopped_at is null", [
        deal.dealId,
      ]),
    ).toEqual([]);
  });

  test("upheld: it stays rejected, with a reason, and is not disputed a second time", async () => {
    const deal = await disputed();
    done(await does(owner, decideDispute, { ...deal, ...upheld }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "rejected" });
    expect((await record(alphaSales, deal.dealId))?.dispute).toMatchObject({ status: "upheld", note: upheld.note });
    expect((await record(alphaSales, deal.dealId))?.mayDispute).toBe(false);
    expect(await does(alphaSales, openDispute, { ...(await reference(deal.dealId)), statement })).toEqual(
      conflict("deals.errors.disputedBefore"),
    );
  });

  test("withdrawn: the decision stands, nothing is left to judge, and it can be disputed again", async () => {
    const deal = await disputed();
    done(await does(alphaSales, withdrawDispute, deal));
    const now = await reference(deal.dealId);
    expect(await does(owner, decideDispute, { ...now, ...upheld })).toEqual(conflict("deals.errors.disputeClosed"));
    done(await does(alphaSales, openDispute, { ...now, statement }));
  });

  test("where somebody else is protected by now, it cannot be overturned, and nothing is half done", async () => {
    const deal = await disputed("scope-taken");
    const customer = { name: "scope-taken GmbH", website: "scope-taken.de", country: "DE" };
    const { dealId } = await submitted(betaSales, { customer, amount: { amount: "200000", currency: "EUR" } });
    done(await does(manager, approveDeal, { ...(await reference(dealId)), note: "First with a buyer." }));
    expect(await does(owner, decideDispute, { ...deal, ...overturned })).toEqual(conflict("deals.errors.scopeTaken"));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "rejected", version: deal.version });
    expect(await disputeRow(deal.dealId)).toMatchObject({ status: "open" });
  });

  test("of two people who judge at once, one wins", async () => {
    const deal = await disputed();
    const results = await Promise.all([
      does(owner, decideDispute, { ...deal, ...overturned }),
      does(owner, decideDispute, { ...deal, ...upheld }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const told = await sql(
      "select type from event where subject_id = $1 and type in ('deal.disputeUpheld', 'deal.disputeOverturned')",
      [deal.dealId],
    );
    expect(told).toHaveLength(1);
  });
});

describe("who may not", () => {
  test.each<[string, PersonActor, object]>([
    ["who took the decision", manager, forbidden],
    ["the partner", alphaAdmin, forbidden],
    ["another partner", betaSales, forbidden],
    ["a manager of another territory", cover, { ok: false, failure: { code: "not_found", entity: "deal" } }],
    ["finance", finance, forbidden],
    ["an executive", executive, forbidden],
  ])("judge: %s", async (_who, actor, failure) => {
    expect(await does(actor, decideDispute, { ...(await disputed()), ...upheld })).toEqual(failure);
  });

  test("dispute what another company registered, what is not rejected, or as the vendor", async () => {
    const deal = await rejected();
    const unknown = { ok: false, failure: { code: "not_found", entity: "deal" } };
    expect(await does(betaSales, openDispute, { ...deal, statement })).toEqual(unknown);
    expect(await does(manager, openDispute, { ...deal, statement })).toEqual(forbidden);
    const { dealId } = await submitted(alphaSales, {
      customer: { name: "Not Rejected GmbH", website: "not-rejected.de", country: "DE" },
    });
    expect(await does(alphaSales, openDispute, { ...(await reference(dealId)), statement })).toEqual(
      conflict("deals.errors.notDisputable"),
    );
  });

  test("the database refuses who took the decision as its judge", async () => {
    const { dealId } = await disputed();
    await expect(
      sql("update deal_dispute set owner_id = first_decider_id where deal_id = $1", [dealId]),
    ).rejects.toThrow(/deal_dispute_independent/);
    await expect(
      sql(
        `update deal_dispute set status = 'upheld', reason = 'other', note = 'x', closed_at = now(), closed_by_id = first_decider_id
         where deal_id = $1`,
        [dealId],
      ),
    ).rejects.toThrow(/deal_dispute_independent/);
  });

  test("a reason of the other outcome is refused at its place", async () => {
    const deal = await disputed();
    expect(await does(owner, decideDispute, { ...deal, ...upheld, reason: "new_evidence" })).toEqual({
      ok: false,
      failure: { code: "invalid", fields: { reason: "deals.errors.reasonOff" } },
    });
  });
});

test("a dispute that nobody judged in time goes to a program owner exactly once", async () => {
  const customer = { name: "Late GmbH", website: "late-judge.de", country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer, amount: { amount: "200000", currency: "EUR" } });
  await sql("update deal set reviewer_id = $2 where id = $1", [dealId, owner.personId]);
  const because = { reason: "not_qualified", note: "Nobody there knows of it." };
  done(await does(owner, rejectDeal, { ...(await reference(dealId)), ...because }));
  done(await does(alphaSales, openDispute, { ...(await reference(dealId)), statement }));
  expect(await disputeRow(dealId)).toMatchObject({ owner_id: manager.personId });
  // Another program owner, who took no part.
  const other = await secondOwner();
  const [clock] = await sql<{ id: string; due_at: Date }>(
    "select id, due_at from clock where subject_id = $1 and kind = 'deal.dispute'",
    [dealId],
  );
  if (!clock) throw new Error("no clock");
  const late = { now: clock.due_at, newId };
  const fire = () =>
    execute(escalateDispute, { kind: "system", cause: "clock" }, { clockId: clock.id, subjectId: dealId }, late);
  const fired = await Promise.all([fire(), fire()]);
  expect(fired.map((result) => result.ok && result.value.fired).sort()).toEqual([false, true]);
  expect(await disputeRow(dealId)).toMatchObject({ owner_id: other, status: "open" });
});

describe("[DEAL-09] a program owner sees to it that somebody independent judges", () => {
  const judgeOf = async (dealId: string) => String((await disputeRow(dealId))?.owner_id);
  let other = "";
  beforeAll(async () => {
    other = await secondOwner();
  });
  const notYet = (judge: string) => (judge === other ? owner.personId : other);

  test("gives it to another judge, who is told; the clock runs on", async () => {
    const { dealId } = await disputed();
    const [fromId, before] = [await judgeOf(dealId), await disputeRow(dealId)];
    done(await does(owner, assignDispute, { dealId, fromId, ownerId: notYet(fromId) }));
    const after = await disputeRow(dealId);
    expect(after).toMatchObject({ owner_id: notYet(fromId), due_at: before?.due_at, status: "open" });
    const shown = (await record(owner, dealId))?.dispute;
    expect(shown?.assign?.judges.map(({ id }) => id)).toEqual([fromId]);
    const told = await sql<{ person_id: string }>(
      "select n.person_id from notice n join event e on e.id = n.event_id where e.subject_id = $1 and e.type = 'deal.disputeAssigned'",
      [dealId],
    );
    // Nobody is told of what they did themselves.
    expect(told.map((row) => row.person_id)).toEqual(notYet(fromId) === owner.personId ? [] : [other]);
  });

  test("never to who decided, disputes it or may not decide; and nobody else gives it away", async () => {
    const { dealId } = await disputed();
    const fromId = await judgeOf(dealId);
    for (const nobody of [manager, alphaSales, finance, executive])
      expect(await does(owner, assignDispute, { dealId, fromId, ownerId: nobody.personId })).toEqual({
        ok: false,
        failure: { code: "invalid", fields: { ownerId: "deals.errors.notIndependent" } },
      });
    const input = { dealId, fromId, ownerId: notYet(fromId) };
    for (const actor of [manager, executive, alphaSales])
      expect(await does(actor, assignDispute, input)).toEqual(forbidden);
    expect(await judgeOf(dealId)).toBe(fromId);
  });

  test("of two who give it away at once one wins, and nobody gives away what is closed", async () => {
    const { dealId, version } = await disputed();
    const fromId = await judgeOf(dealId);
    const input = { dealId, fromId, ownerId: notYet(fromId) };
    const results = await Promise.all([does(owner, assignDispute, input), does(owner, assignDispute, input)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    done(await does(alphaSales, withdrawDispute, { dealId, version }));
    expect(await does(owner, assignDispute, input)).toEqual(conflict("deals.errors.disputeClosed"));
  });

  test("the list has those that wait by due time, and how others ended; another partner's person reads neither", async () => {
    const { dealId } = await disputed();
    await sql("update deal_dispute set due_at = due_at - interval '1 day' where deal_id = $1", [dealId]);
    const open = await withActor(owner, (tx) => listDisputes(tx, "open"));
    expect(open.rows[0]?.deal.id).toBe(dealId);
    expect(open.rows.map(({ dueAt }) => dueAt)).toEqual(
      open.rows.map(({ dueAt }) => dueAt).toSorted((a, b) => +a - +b),
    );
    expect(open.rows.find(({ deal }) => deal.id === dealId)).toMatchObject({ firstDecider: manager.name, statement });
    const decided = await withActor(owner, (tx) => listDisputes(tx, "decided"));
    expect(new Set(decided.rows.map(({ status }) => status))).toEqual(new Set(["upheld", "overturned"]));
    const first = await withActor(owner, (tx) => listDisputes(tx, "decided", undefined, 1));
    const second = await withActor(owner, (tx) => listDisputes(tx, "decided", first.next ?? "", 1));
    expect([first, second].map(({ rows }) => rows[0]?.id)).toEqual(decided.rows.slice(0, 2).map(({ id }) => id));
    expect((await withActor(betaSales, (tx) => listDisputes(tx, "open"))).rows).toEqual([]);
  });
});
