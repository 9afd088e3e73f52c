import { beforeAll, expect, test } from "vitest";
import type { SystemActor } from "@/kernel/actor";
import { addDays, startOfDay } from "@/kernel/dates";
import { dealClocks } from "@/modules/deals/schedule";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { expireProtection } from "@/modules/deals/use-cases/expire-protection";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { fireDueClocks } from "@/server/worker";
import { dealRow, does, drafted, submitted } from "../../support/deals";
import { content, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, betaSales, manager } = world;
const clock: SystemActor = { kind: "system", cause: "clock" };

beforeAll(async () => {
  await seedWorld();
});

/** One company as two sellers type it: the same keys behind different words. */
function variants(index: number) {
  const name = `Werk ${index} Antriebe`;
  const domain = `werk${index}.de`;
  const spellings = [
    { name: `${name} GmbH`, website: domain, country: "DE" },
    {
      name: `${name.toUpperCase()} Gesellschaft mit beschränkter Haftung`,
      website: `other-werk${index}.com`,
      country: "DE",
    },
    { name: `WA${index} Gruppe`, website: `https://www.${domain}/kontakt`, country: "DE" },
  ];
  const pair = [
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
  ][index % 4] ?? [0, 1];
  return pair.map((spelling) => spellings[spelling] ?? { name, website: domain, country: "DE" });
}

async function overlapping(): Promise<number> {
  const [row] = await sql<{
    count: number;
  }>(`select count(*)::int as count from protection a join protection b on a.id < b.id
    and a.account_id = b.account_id and a.product_line_id = b.product_line_id and a.role = b.role and a.period && b.period`);
  return row?.count ?? -1;
}

test("100 pairs submit for one customer at once: one is protected, the other goes to a reviewer, none is lost", async () => {
  for (let index = 0; index < 100; index += 1) {
    const [mine, theirs] = variants(index);
    const pair = [
      { actor: alphaSales, customer: mine },
      { actor: betaSales, customer: theirs },
    ];
    const dealIds = [await drafted(alphaSales), await drafted(betaSales)];
    const results = await Promise.all(
      pair.map(({ actor, customer }, side) =>
        does(actor, submitDeal, { dealId: dealIds[side], version: 1, content: content({ customer }) }),
      ),
    );
    const outcomes = results.map((result) => (result.ok ? result.value.outcome : result.failure.code)).sort();
    expect(outcomes, `pair ${index}`).toEqual(["approved", "in_review"]);
    const [rows] = await sql<{ accounts: number; protections: number }>(
      `select count(distinct account_id)::int as accounts, (select count(*)::int from protection where deal_id = any ($1)) as protections from deal where id = any ($1)`,
      [dealIds],
    );
    expect(rows, `pair ${index}`).toEqual({ accounts: 1, protections: 1 });
  }
  expect(await overlapping()).toBe(0);
});

test("50 pairs of registrations of one customer are approved at once: one is, the other reads a clear conflict", async () => {
  for (let index = 1000; index < 1050; index += 1) {
    const [mine, theirs] = variants(index);
    const amount = { amount: "200000", currency: "EUR" };
    const deals = [
      await submitted(alphaSales, { customer: mine, amount }),
      await submitted(betaSales, { customer: theirs, amount }),
    ];
    const inputs = await Promise.all(
      deals.map(async ({ dealId }) => ({ dealId, version: (await dealRow(dealId)).version, note: "" })),
    );
    const results = await Promise.all(inputs.map((input) => does(manager, approveDeal, input)));
    expect(
      results.filter((result) => result.ok),
      `pair ${index}`,
    ).toHaveLength(1);
    const loser = results.find((result) => !result.ok);
    expect(loser).toEqual({
      ok: false,
      failure: { code: "conflict", entity: "deal", reason: "deals.errors.scopeTaken" },
    });
    const states = await Promise.all(deals.map(async ({ dealId }) => (await dealRow(dealId)).status));
    expect(states.sort()).toEqual(["approved", "in_review"]);
  }
  expect(await overlapping()).toBe(0);
});

test("30 pairs of decisions on one registration: exactly one wins, one decision and one event are kept", async () => {
  const rivals = [
    (dealId: string, version: number) => does(manager, approveDeal, { dealId, version, note: "" }),
    (dealId: string, version: number) =>
      does(manager, rejectDeal, { dealId, version, reason: "other", note: "Not now." }),
    (dealId: string, version: number) => does(alphaSales, withdrawDeal, { dealId, version }),
  ];
  for (let index = 2000; index < 2030; index += 1) {
    const deal = await submitted(alphaSales, {
      customer: variants(index)[0],
      amount: { amount: "200000", currency: "EUR" },
    });
    const { version } = await dealRow(deal.dealId);
    const rival = rivals[index % 3] ?? rivals[0];
    const results = await Promise.all([
      does(manager, approveDeal, { dealId: deal.dealId, version, note: "" }),
      rival?.(deal.dealId, version),
    ]);
    expect(
      results.filter((result) => result?.ok),
      `pair ${index}`,
    ).toHaveLength(1);
    const loser = results.find((result) => result && !result.ok);
    expect(loser).toMatchObject({ ok: false, failure: { code: "conflict", entity: "deal" } });
    const events = await sql(
      "select type from event where subject_id = $1 and type in ('deal.approved', 'deal.rejected', 'deal.withdrawn')",
      [deal.dealId],
    );
    expect(events).toHaveLength(1);
    expect(
      await sql("select 1 from clock where subject_id = $1 and kind = 'deal.review' and stopped_at is null", [
        deal.dealId,
      ]),
    ).toEqual([]);
  }
});

test("20 protections end while a rival is approved on that morning: each expires once, and days never overlap", async () => {
  const end = startOfDay(addDays(today, 90), "Europe/Berlin");
  for (let index = 3000; index < 3020; index += 1) {
    const [mine, theirs] = variants(index);
    const holder = await submitted(alphaSales, { customer: mine });
    const rival = await submitted(betaSales, { customer: theirs });
    const [due] = await sql<{ id: string }>("select id from clock where subject_id = $1 and kind = 'deal.protection'", [
      holder.dealId,
    ]);
    const expire = { clockId: due?.id, subjectId: holder.dealId };
    const { version } = await dealRow(rival.dealId);
    const [first, second, approval] = await Promise.all([
      execute(expireProtection, clock, expire, { now: end, newId }),
      execute(expireProtection, clock, expire, { now: end, newId }),
      does(manager, approveDeal, { dealId: rival.dealId, version, note: "" }, end),
    ]);
    expect(
      [first, second].filter((result) => result?.ok && result.value.fired),
      `pair ${index}`,
    ).toHaveLength(1);
    expect(approval?.ok).toBe(true);
    expect(
      await sql("select 1 from event where subject_id = $1 and type = 'deal.expired'", [holder.dealId]),
    ).toHaveLength(1);
  }
  expect(await overlapping()).toBe(0);
});

test("a clock that is not due does nothing, and two workers fire a due one once", async () => {
  const deal = await submitted(alphaSales, {
    customer: { name: "Late Review", website: "late-review.com", country: "DE" },
    amount: { amount: "200000", currency: "EUR" },
  });
  const { due_at } = await dealRow(deal.dealId);
  if (!due_at) throw new Error("a registration in review has a due time");
  await fireDueClocks(dealClocks, new Date(due_at.getTime() - 1000));
  expect((await dealRow(deal.dealId)).reviewer_id).toBe(manager.personId);
  await Promise.all([fireDueClocks(dealClocks, due_at), fireDueClocks(dealClocks, due_at)]);
  expect((await dealRow(deal.dealId)).reviewer_id).toBe(world.owner.personId);
  expect(
    await sql("select 1 from event where subject_id = $1 and type = 'deal.escalated'", [deal.dealId]),
  ).toHaveLength(1);
  const { version } = await dealRow(deal.dealId);
  expect(
    await does(world.owner, approveDeal, { dealId: deal.dealId, version, note: "Taken over." }, due_at),
  ).toMatchObject({ ok: true });
});
