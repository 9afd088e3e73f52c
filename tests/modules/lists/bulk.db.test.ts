import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { dealsInBulk } from "@/modules/deals/use-cases/in-bulk";
import { bulkResults, bulkRun, latestBulkRun } from "@/modules/lists/queries/bulk-runs";
import { doBulkRows } from "@/modules/lists/schedule";
import { startBulk } from "@/modules/lists/use-cases/start-bulk";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, submitted } from "../../support/deals";
import { idOf, seedWorld, sql, world } from "../../support/world";

const { alphaSales, alphaOther, alphaAdmin, betaSales, manager, cover } = world;

let next = 0;
/** A registration that waits for a person, with the version it then has. */
async function waiting(actor: PersonActor = alphaSales) {
  next += 1;
  const name = `Werk ${String.fromCharCode(97 + (next % 26)).repeat(6)} ${next}`;
  const amount = { amount: "900000", currency: "EUR" };
  const customer = { name, website: `werk-${next}.example`, country: "DE" };
  const { dealId, outcome } = await submitted(actor, { customer, amount });
  expect(outcome).toBe("in_review");
  return { id: dealId, version: (await dealRow(dealId)).version, label: name };
}
const several = async (count: number, actor?: PersonActor) => {
  const rows = [];
  for (let index = 0; index < count; index += 1) rows.push(await waiting(actor));
  return rows;
};

type Rows = readonly { id: string; version: number; label: string }[];
/** Asks for something on rows; returns the run. */
async function asked(actor: PersonActor, action: string, rows: Rows, answers: Record<string, string> = {}) {
  const runId = newId();
  const list = action === "withdraw" ? "own-deals" : "deals-to-decide";
  done(await does(actor, startBulk, { runId, list, action, rows, answers }, new Date()));
  return runId;
}
const work = (stopping?: AbortSignal) => doBulkRows(dealsInBulk)(new Date(), stopping);
const resultsOf = (actor: PersonActor, runId: string) => withActor(actor, (tx) => bulkResults(tx, runId));
const statesOf = async (actor: PersonActor, runId: string) => (await resultsOf(actor, runId)).map(({ state }) => state);
const statusOf = async ({ id }: { id: string }) => (await dealRow(id)).status;
const eventsOf = (ids: readonly string[], type: string) =>
  sql("select subject_id from event where subject_id = any ($1) and type = $2", [ids, type]);

beforeAll(async () => {
  await seedWorld();
});
afterEach(async () => {
  await sql("update person set disabled_at = null");
  await sql("update membership set ended_at = null where person_id = $1", [manager.personId]);
});

describe("one action on many rows", () => {
  test("does each as by hand, in the name of who asked, and says what became of each", async () => {
    const [first, second, third] = await several(3);
    if (!first || !second || !third) throw new Error("three registrations");
    done(await does(manager, approveDeal, { dealId: third.id, version: third.version, note: "" }));
    const runId = await asked(manager, "approve", [first, second, third], { note: "Welcome" });
    expect(await statusOf(first)).toBe("in_review");

    expect(await work()).toBe(3);

    expect(await statesOf(manager, runId)).toEqual(["done", "done", "conflict"]);
    expect((await resultsOf(manager, runId))[2]?.failure).toMatchObject({ code: "conflict" });
    expect([await statusOf(first), await statusOf(second)]).toEqual(["approved", "approved"]);
    const [event] = await sql<{ actor_id: string; data: { note: string } }>(
      "select actor_id, data from event where subject_id = $1 and type = 'deal.approved'",
      [first.id],
    );
    expect(event).toMatchObject({ actor_id: manager.personId, data: { note: "Welcome" } });
    const run = await withActor(manager, (tx) => bulkRun(tx, manager, runId));
    expect(run?.endedAt).not.toBeNull();
    expect(run?.counts).toMatchObject({ waiting: 0, done: 2, conflict: 1 });
  });

  test("asked for twice is done once", async () => {
    const row = await waiting();
    const input = { runId: newId(), list: "deals-to-decide", action: "approve", rows: [row, row], answers: {} };
    done(await does(manager, startBulk, input, new Date()));
    done(await does(manager, startBulk, input, new Date()));
    await work();
    await work();
    expect(await statesOf(manager, input.runId)).toEqual(["done"]);
    expect(await eventsOf([row.id], "deal.approved")).toHaveLength(1);
  });

  test("leaves what was answered badly, with the words that stand at the field", async () => {
    const row = await waiting();
    const runId = await asked(manager, "reject", [row], { reason: "duplicate", note: "" });
    await work();
    expect((await resultsOf(manager, runId))[0]).toMatchObject({
      state: "refused",
      failure: { code: "invalid", fields: { note: "deals.errors.noteMissing" } },
    });
    expect(await statusOf(row)).toBe("in_review");
  });

  test("of no known list does nothing", async () => {
    const row = await waiting();
    const runId = newId();
    done(await does(manager, startBulk, { runId, list: "nothing", action: "approve", rows: [row], answers: {} }));
    await work();
    expect(await statesOf(manager, runId)).toEqual(["refused"]);
    expect(await statusOf(row)).toBe("in_review");
  });
});

describe("rights are those of the moment", () => {
  test.each([
    ["is disabled", "update person set disabled_at = now() where id = $1"],
    ["has lost the role", "update membership set ended_at = now() where person_id = $1"],
  ])("who %s in between writes nothing", async (_why, statement) => {
    const rows = await several(2);
    const runId = await asked(manager, "approve", rows);
    await sql(statement, [manager.personId]);
    await work();
    for (const row of rows) expect(await statusOf(row)).toBe("in_review");
    expect(
      await eventsOf(
        rows.map(({ id }) => id),
        "deal.approved",
      ),
    ).toEqual([]);
    const states = await sql<{ state: string }>("select state from bulk_row where run_id = $1", [runId]);
    expect(states.map(({ state }) => state)).toEqual(["refused", "refused"]);
  });

  test("a row is not taken with roles that somebody does not hold any more", async () => {
    const row = await waiting();
    const runId = await asked(manager, "approve", [row]);
    await sql("update membership set ended_at = now() where person_id = $1", [manager.personId]);
    const action = dealsInBulk["deals-to-decide"]?.approve;
    const place = { runId, position: 0, subjectId: row.id, version: row.version };
    const result = await action?.perform(manager, place, {}, { now: new Date(), newId });
    expect(result).toMatchObject({ ok: false, failure: { reason: "bulk.errors.taken" } });
    expect(await statusOf(row)).toBe("in_review");
  });

  test("who has moved to another organisation does nothing in the name of the old one", async () => {
    const row = await waiting(alphaOther);
    const runId = await asked(alphaOther, "withdraw", [row]);
    await sql("update membership set ended_at = now() where person_id = $1", [alphaOther.personId]);
    await sql("update person set partner_id = $2 where id = $1", [alphaOther.personId, idOf("beta")]);
    await sql(
      "insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, 'partner_sales')",
      [alphaOther.personId, idOf("beta")],
    );
    await work();
    const moved = { ...alphaOther, partnerId: idOf("beta") };
    expect(await resultsOf(moved, runId)).toEqual([]);
    expect(await statesOf(alphaOther, runId)).toEqual(["refused"]);
    expect(await statusOf(row)).toBe("in_review");
  });
});

describe("[GOVR-02] [S1] rows of others", () => {
  test("of another partner are not found, each, and stay as they are", async () => {
    const foreign = await several(2);
    const own = await waiting(betaSales);
    const runId = await asked(betaSales, "withdraw", [...foreign, own]);
    await work();
    expect(await statesOf(betaSales, runId)).toEqual(["not_found", "not_found", "done"]);
    for (const row of foreign) expect(await statusOf(row)).toBe("in_review");
    const unknown = await asked(betaSales, "withdraw", [{ id: newId(), version: 1, label: "" }]);
    await work();
    const [nothing] = await resultsOf(betaSales, unknown);
    expect((await resultsOf(betaSales, runId))[0]?.failure).toEqual(nothing?.failure);
  });

  test("decided by who may decide nothing are refused", async () => {
    const row = await waiting();
    const runId = await asked(alphaAdmin, "approve", [row]);
    await work();
    expect((await resultsOf(alphaAdmin, runId))[0]).toMatchObject({ state: "refused", failure: { code: "forbidden" } });
    expect(await statusOf(row)).toBe("in_review");
  });

  test("a run is seen by who asked for it, by nobody else", async () => {
    const runId = await asked(manager, "approve", [await waiting()]);
    await work();
    for (const actor of [cover, alphaAdmin, betaSales, world.administrator]) {
      expect(await withActor(actor, (tx) => bulkRun(tx, actor, runId))).toBeNull();
      expect(await withActor(actor, (tx) => latestBulkRun(tx, actor, "deals-to-decide", new Date()))).not.toMatchObject(
        {
          id: runId,
        },
      );
      expect(await resultsOf(actor, runId)).toEqual([]);
    }
    // Nor can anybody say of a row that it is done.
    const claim = (actor: PersonActor) =>
      withActor(
        actor,
        (tx) =>
          tx.$queryRaw`select entente.claim_bulk_row(${runId}::uuid, 0, ${[...actor.roles]}::text[], now()) as claimed`,
      );
    await sql("update bulk_row set state = 'waiting', ended_at = null where run_id = $1", [runId]);
    expect(await claim(cover)).toEqual([{ claimed: false }]);
    expect(await claim(manager)).toEqual([{ claimed: true }]);
    expect(await claim(manager)).toEqual([{ claimed: false }]);
  });
});
