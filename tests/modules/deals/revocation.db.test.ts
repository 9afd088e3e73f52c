import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays } from "@/kernel/dates";
import { vendorTasks } from "@/modules/deals/queries/home";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { declineRevocation } from "@/modules/deals/use-cases/decline-revocation";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { withActor } from "@/server/db";
import { dealRow, does, done, submitted } from "../../support/deals";
import { streamOf } from "../../support/records";
import { idOf, noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, betaSales, manager, cover, owner, finance, executive, administrator, seller } = world;
const why = { cause: "no_activity", note: "Nobody at the customer knows of it." };

let turn = 0;
async function protectedDeal() {
  turn += 1;
  const customer = { name: `Taken Back ${turn} GmbH`, website: `taken-back-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer });
  return { dealId, version: (await dealRow(dealId)).version };
}

async function askedBack() {
  const deal = await protectedDeal();
  done(await does(manager, askRevocation, { ...deal, ...why }));
  return deal;
}

const record = (actor: PersonActor, dealId: string) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));
const eventsOf = async (dealId: string) =>
  (
    await sql<{ type: string; audience: string }>(
      "select type, audience from event where subject_id = $1 and type like 'deal.revo%' order by sequence",
      [dealId],
    )
  ).map(({ type, audience }) => `${type} for ${audience}`);
const conflict = (reason: string) => ({ ok: false, failure: { code: "conflict", entity: "deal", reason } });

beforeAll(async () => {
  await seedWorld();
});

describe("[DEAL-05] a protection is revoked by two people", () => {
  test("the manager asks: nothing changes, and the partner notices nothing", async () => {
    const deal = await protectedDeal();
    const before = await sql("select * from deal where id = $1", [deal.dealId]);
    expect(done(await does(manager, askRevocation, { ...deal, ...why }))).toMatchObject({ revoked: false });
    expect(await sql("select * from deal where id = $1", [deal.dealId])).toEqual(before);
    for (const actor of [alphaSales, alphaAdmin]) {
      const seen = await record(actor, deal.dealId);
      expect(seen).toMatchObject({ status: "approved", revocation: null });
      expect(JSON.stringify(await streamOf(actor, deal.dealId))).not.toContain("revocation");
    }
    await expect(withActor(alphaAdmin, (tx) => tx.dealRevocation.count())).rejects.toThrow(/permission denied/);
    // What the partner has open still works.
    done(await does(alphaSales, releaseDeal, deal));
  });

  test("the second person confirms: it ends today, and the partner reads cause and note", async () => {
    const deal = await askedBack();
    done(await does(owner, confirmRevocation, deal));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "revoked" });
    const [protection] = await sql("select upper(period)::text as until from protection where deal_id = $1", [
      deal.dealId,
    ]);
    expect(protection).toEqual({ until: addDays(today, 1) });
    expect(await sql("select 1 from clock where subject_id = $1 and stopped_at is null", [deal.dealId])).toEqual([]);
    const seen = await record(alphaSales, deal.dealId);
    expect(seen?.decisions[0]).toMatchObject({
      outcome: "revoked",
      reasonCode: why.cause,
      note: why.note,
      decider: owner.name,
    });
    expect((await streamOf(alphaSales, deal.dealId))[0]).toMatchObject({
      event: {
        type: "deal.revoked",
        data: { reason: why.cause, note: why.note, endsOn: today },
      },
    });
    expect(await eventsOf(deal.dealId)).toEqual(["deal.revocationAsked for vendor", "deal.revoked for all"]);
  });

  test("the second person declines: it stays protected, the asker reads why, the partner never hears of it", async () => {
    const deal = await askedBack();
    done(await does(owner, declineRevocation, { ...deal, note: "They met last week." }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "approved", version: deal.version });
    expect((await record(manager, deal.dealId))?.revocation?.declined).toMatchObject({
      by: owner.name,
      note: "They met last week.",
    });
    expect(JSON.stringify(await record(alphaAdmin, deal.dealId))).not.toMatch(
      /last week|no_activity|revocationDeclined/,
    );
    expect(await does(owner, confirmRevocation, deal)).toEqual(conflict("deals.errors.revocationAnswered"));
    // It can be asked for again.
    done(await does(manager, askRevocation, { ...deal, ...why }));
  });

  test("it waits in the tasks of the second person, not of the one who asked", async () => {
    const { dealId } = await askedBack();
    const waits = async (actor: PersonActor) =>
      (await withActor(actor, (tx) => vendorTasks(tx, actor))).some(
        ({ kind, deal }) => kind === "confirm_revocation" && deal.id === dealId,
      );
    expect([await waits(owner), await waits(manager), await waits(cover)]).toEqual([true, false, false]);
  });

  test("where nobody else may confirm, it counts at once, and the record says so", async () => {
    await sql("update person set disabled_at = now() where id = $1", [owner.personId]);
    try {
      const deal = await protectedDeal();
      expect((await record(manager, deal.dealId))?.secondPeople).toEqual([]);
      expect(done(await does(manager, askRevocation, { ...deal, ...why }))).toMatchObject({ revoked: true });
      expect(await dealRow(deal.dealId)).toMatchObject({ status: "revoked" });
      expect(await sql("select alone, outcome from deal_revocation where deal_id = $1", [deal.dealId])).toEqual([
        { alone: true, outcome: "revoked" },
      ]);
    } finally {
      await sql("update person set disabled_at = null where id = $1", [owner.personId]);
    }
  });
});

describe("who may not", () => {
  const forbidden = { code: "forbidden" };
  const unknown = { code: "not_found", entity: "deal" };

  test.each<[string, PersonActor, object]>([
    ["the partner", alphaAdmin, forbidden],
    ["another partner", betaSales, forbidden],
    ["a manager of another territory", cover, unknown],
    ["a program owner", owner, forbidden],
    ["finance", finance, forbidden],
    ["an executive", executive, forbidden],
    ["an administrator", administrator, forbidden],
    ["a direct seller", seller, forbidden],
  ])("ask: %s", async (_who, actor, failure) => {
    expect(await does(actor, askRevocation, { ...(await protectedDeal()), ...why })).toEqual({ ok: false, failure });
  });

  test.each<[string, PersonActor, object]>([
    ["the one who asked", manager, forbidden],
    ["the partner", alphaAdmin, forbidden],
    ["a manager of another territory", cover, unknown],
    ["finance", finance, forbidden],
  ])("answer: %s", async (_who, actor, failure) => {
    const deal = await askedBack();
    expect(await does(actor, confirmRevocation, deal)).toEqual({ ok: false, failure });
    expect(await does(actor, declineRevocation, { ...deal, note: "Not so." })).toEqual({ ok: false, failure });
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "approved" });
  });

  test("the database knows no revocation by one person where there were two", async () => {
    const { dealId } = await askedBack();
    await expect(
      sql(
        "update deal_revocation set outcome = 'revoked', decided_at = now(), decided_by_id = asked_by_id where deal_id = $1",
        [dealId],
      ),
    ).rejects.toThrow(/deal_revocation_two_people/);
  });

  test("an internal ask is no business of an executive", async () => {
    const { dealId } = await askedBack();
    expect((await record(executive, dealId))?.revocation).toBeNull();
    expect(JSON.stringify(await record(executive, dealId))).not.toContain(why.note);
  });
});

describe("two at once", () => {
  test("20 pairs ask at once: one ask is kept, the other reads that somebody was faster", async () => {
    for (let pair = 0; pair < 20; pair += 1) {
      const deal = await protectedDeal();
      const ask = () => does(manager, askRevocation, { ...deal, ...why });
      const results = await Promise.all([ask(), ask()]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.find((result) => !result.ok)).toEqual(conflict("deals.errors.revocationAsked"));
    }
  });

  test("30 pairs confirm while it is declined, given up or confirmed: one wins, and no ask stays open", async () => {
    for (let pair = 0; pair < 30; pair += 1) {
      const deal = await askedBack();
      const rivals = [
        () => does(owner, declineRevocation, { ...deal, note: "Not yet." }),
        () => does(alphaSales, releaseDeal, deal),
        () => does(owner, confirmRevocation, deal),
      ];
      const results = await Promise.all([does(owner, confirmRevocation, deal), rivals[pair % 3]?.()]);
      expect(
        results.filter((result) => result?.ok),
        `pair ${pair}`,
      ).toHaveLength(1);
      const { status } = await dealRow(deal.dealId);
      const [ask] = await sql("select outcome from deal_revocation where deal_id = $1", [deal.dealId]);
      expect(["revoked revoked", "approved declined", "released lapsed"]).toContain(`${status} ${ask?.outcome}`);
    }
  });

  test("20 pairs ask while it is given up: no ask stays open about what is no longer protected", async () => {
    for (let pair = 0; pair < 20; pair += 1) {
      const deal = await protectedDeal();
      await Promise.all([does(manager, askRevocation, { ...deal, ...why }), does(alphaSales, releaseDeal, deal)]);
    }
    expect(
      await sql(
        "select 1 from deal_revocation r join deal d on d.id = r.deal_id where r.outcome is null and d.status <> 'approved'",
      ),
    ).toEqual([]);
  });
});

test("what was imported without its rules is revoked as well", async () => {
  const dealId = idOf("alpha earlier");
  await sql("update deal set status = 'approved', protected_until = $2 where id = $1", [dealId, addDays(today, 20)]);
  const { version } = await dealRow(dealId);
  done(await does(manager, askRevocation, { dealId, version, ...why }));
  done(await does(owner, confirmRevocation, { dealId, version }));
  expect(await dealRow(dealId)).toMatchObject({ status: "revoked" });
});
