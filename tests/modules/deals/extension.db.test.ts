import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays, startOfDay } from "@/kernel/dates";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { vendorTasks } from "@/modules/deals/queries/home";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { dealClocks } from "@/modules/deals/schedule";
import { askExtension } from "@/modules/deals/use-cases/ask-extension";
import { declineExtension } from "@/modules/deals/use-cases/decline-extension";
import { extendUnasked } from "@/modules/deals/use-cases/extend-unasked";
import { grantExtension } from "@/modules/deals/use-cases/grant-extension";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { withActor } from "@/server/db";
import { fireDueClocks } from "@/server/worker";
import { dealRow, does, done, submitted } from "../../support/deals";
import { idOf, noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaOther, alphaAdmin, betaSales, manager, cover, owner, finance, administrator, seller } = world;
/** New registrations are protected for ninety days. */
const lastDay = addDays(today, 89);
const zone = "Europe/Berlin";
const wish = { through: addDays(lastDay, 30), reason: "budget", note: "The board meets in March." };

let turn = 0;
async function protectedDeal() {
  turn += 1;
  const customer = { name: `More Time ${turn} GmbH`, website: `more-time-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer });
  return { dealId, version: (await dealRow(dealId)).version };
}
const again = async ({ dealId }: { dealId: string }) => ({ dealId, version: (await dealRow(dealId)).version });

/** A deal about which a person has to decide, because the rules grant no extension at this stage. */
async function waitingDeal() {
  const deal = await protectedDeal();
  expect(done(await does(alphaSales, askExtension, { ...deal, ...wish })).granted).toBe(false);
  return again(deal);
}

const protectedThrough = async (dealId: string) => {
  const [row] = await sql<{ protection: string; deal: string }>(
    `select (upper(p.period) - 1)::text as protection, (d.protected_until - 1)::text as deal
     from protection p join deal d on d.id = p.deal_id where d.id = $1`,
    [dealId],
  );
  expect(row?.protection).toBe(row?.deal);
  return row?.deal;
};
const runningClocks = async (dealId: string) =>
  (
    await sql<{ kind: string; due_at: Date }>(
      "select kind, due_at from clock where subject_id = $1 and stopped_at is null and fired_at is null order by kind",
      [dealId],
    )
  ).map(({ kind, due_at }) => `${kind} ${due_at.toISOString()}`);
const eventsOf = async (dealId: string) =>
  (
    await sql<{ type: string }>(
      "select type from event where subject_id = $1 and type ~ 'exten|expired' order by sequence",
      [dealId],
    )
  ).map(({ type }) => type);
const conflict = (reason: string) => ({ ok: false, failure: { code: "conflict", entity: "deal", reason } });
const record = (actor: PersonActor, dealId: string, now = noon) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, now, zone));

beforeAll(async () => {
  await seedWorld();
});

describe("[DEAL-05] where the rules grant none at this stage a person decides", () => {
  test("the partner asks, and sees who decides by when", async () => {
    const { dealId } = await waitingDeal();
    expect(await protectedThrough(dealId)).toBe(lastDay);
    const seen = await record(alphaSales, dealId);
    expect(seen?.extensions).toMatchObject({
      asked: {
        wantedThrough: wish.through,
        reviewer: manager.name,
        reviewReason: "extension_stage",
        declined: null,
      },
      atOnceThrough: null,
      mayExtend: false,
    });
    // Sixteen business hours from Wednesday noon.
    expect(seen?.clock).toMatchObject({ kind: "extension", dueAt: new Date("2026-11-27T11:00:00Z") });
    const tasks = await withActor(manager, (tx) => vendorTasks(tx, manager));
    expect(tasks.find(({ deal }) => deal.id === dealId)).toMatchObject({ kind: "answer_extension" });
  });

  test("the manager grants it, through the wanted day or another; the clock of the end begins anew", async () => {
    const deal = await waitingDeal();
    const through = addDays(wish.through, -10);
    done(await does(manager, grantExtension, { ...deal, through, note: "Good luck." }));
    expect(await protectedThrough(deal.dealId)).toBe(through);
    const end = startOfDay(addDays(through, 1), zone);
    expect(await runningClocks(deal.dealId)).toEqual([`deal.protection ${end.toISOString()}`]);
    expect(await eventsOf(deal.dealId)).toEqual(["deal.extensionAsked", "deal.extensionSentToReview", "deal.extended"]);
    const [kept] = await sql(
      "select outcome, previous_until::text, granted_until::text from deal_extension where deal_id = $1",
      [deal.dealId],
    );
    expect(kept).toEqual({
      outcome: "granted",
      previous_until: addDays(lastDay, 1),
      granted_until: addDays(through, 1),
    });
    // On what would have been the first morning without protection nothing expires.
    await fireDueClocks(dealClocks, startOfDay(addDays(lastDay, 1), zone));
    expect((await dealRow(deal.dealId)).status).toBe("approved");
    await fireDueClocks(dealClocks, end);
    expect((await dealRow(deal.dealId)).status).toBe("expired");
  });

  test("the manager declines it with a reason and a note the partner reads; it can be asked for again", async () => {
    const deal = await waitingDeal();
    done(await does(manager, declineExtension, { ...deal, reason: "no_progress", note: "Nothing has moved." }));
    expect(await protectedThrough(deal.dealId)).toBe(lastDay);
    const seen = await record(alphaSales, deal.dealId);
    expect(seen?.extensions?.asked?.declined).toMatchObject({
      by: manager.name,
      reason: "no_progress",
      note: "Nothing has moved.",
    });
    expect(seen?.clock).toBeNull();
    expect(done(await does(alphaSales, askExtension, { ...(await again(deal)), ...wish })).granted).toBe(false);
  });

  test("a manager gives more time unasked; who asked is answered instead", async () => {
    const deal = await protectedDeal();
    const given = { through: wish.through, reason: "customer_delayed", note: "" };
    done(await does(manager, extendUnasked, { ...deal, ...given }));
    expect(await protectedThrough(deal.dealId)).toBe(wish.through);
    const waiting = await waitingDeal();
    expect(await does(manager, extendUnasked, { ...waiting, ...given })).toEqual(
      conflict("deals.errors.extensionAsked"),
    );
  });

  test("nobody answers: it goes to a program owner, who may grant it", async () => {
    const { dealId } = await waitingDeal();
    const due = new Date("2026-11-27T11:00:00Z");
    await Promise.all([fireDueClocks(dealClocks, due), fireDueClocks(dealClocks, due)]);
    expect((await eventsOf(dealId)).filter((type) => type === "deal.extensionEscalated")).toHaveLength(1);
    expect((await record(alphaAdmin, dealId, due))?.clock).toMatchObject({ kind: "extension" });
    done(await does(owner, grantExtension, { ...(await again({ dealId })), through: wish.through, note: "" }, due));
    expect(await protectedThrough(dealId)).toBe(wish.through);
    expect((await record(alphaAdmin, dealId, due))?.clock).toBeNull();
  });

  test("nobody answers before the end: the protection ends, and the question with it", async () => {
    const deal = await protectedDeal();
    const evening = new Date(startOfDay(lastDay, zone).getTime() + 18 * 3_600_000);
    done(await does(alphaSales, askExtension, { ...deal, ...wish }, evening));
    const end = startOfDay(addDays(lastDay, 1), zone);
    // The clock never runs beyond the protection it is about.
    expect((await record(alphaSales, deal.dealId, evening))?.clock?.dueAt).toEqual(end);
    await fireDueClocks(dealClocks, end);
    expect((await dealRow(deal.dealId)).status).toBe("expired");
    expect((await eventsOf(deal.dealId)).slice(-2)).toEqual(["deal.expired", "deal.extensionLapsed"]);
    expect(
      await does(manager, grantExtension, { ...(await again(deal)), through: wish.through, note: "" }, end),
    ).toEqual(conflict("deals.errors.extensionAnswered"));
  });

  test.each(["lost", "given up"])("the sale is %s: nothing is asked for any more", async (how) => {
    const deal = await waitingDeal();
    done(
      how === "lost"
        ? await does(alphaSales, reportLoss, { ...deal, reason: "price", lostOn: today })
        : await does(alphaSales, releaseDeal, deal),
    );
    expect(await sql("select outcome from deal_extension where deal_id = $1", [deal.dealId])).toEqual([
      { outcome: "lapsed" },
    ]);
    expect((await runningClocks(deal.dealId)).join()).not.toContain("deal.extension");
  });
});

describe("what is refused", () => {
  const ask = async (over: object, now = noon) =>
    does(alphaSales, askExtension, { ...(await protectedDeal()), ...wish, ...over }, now);
  const field = (through: string) => ({ ok: false, failure: { code: "invalid", fields: { through } } });

  test("a day that is not later, one beyond a year, and a protection that is over", async () => {
    expect(await ask({ through: lastDay })).toEqual(field("deals.errors.extensionNotLonger"));
    expect(await ask({ through: addDays(today, 367) })).toEqual(field("deals.errors.extensionTooLong"));
    expect(await ask({}, startOfDay(addDays(lastDay, 1), zone))).toEqual(field("deals.errors.protectionOver"));
  });

  test("a second question while the first waits", async () => {
    const deal = await waitingDeal();
    expect(await does(alphaSales, askExtension, { ...deal, ...wish })).toEqual(conflict("deals.errors.extensionAsked"));
  });

  const forbidden = { code: "forbidden" };
  const unknown = { code: "not_found", entity: "deal" };

  test.each<[string, PersonActor, object, object]>([
    ["a colleague", alphaOther, unknown, forbidden],
    ["another partner", betaSales, unknown, forbidden],
    ["the seller", alphaSales, { code: "conflict" }, forbidden],
    ["a manager of another territory", cover, unknown, unknown],
    ["a program owner nobody handed it to", owner, forbidden, forbidden],
    ["finance", finance, forbidden, forbidden],
    ["an administrator", administrator, forbidden, forbidden],
    ["a direct seller", seller, forbidden, forbidden],
  ])("by %s", async (_who, actor, toAsk, toAnswer) => {
    const deal = await waitingDeal();
    const answer = { ...deal, through: wish.through, note: "" };
    expect(await does(actor, askExtension, { ...deal, ...wish })).toMatchObject({ ok: false, failure: toAsk });
    expect(await does(actor, grantExtension, answer)).toEqual({ ok: false, failure: toAnswer });
    const declined = { ...deal, reason: "other", note: "Not now." };
    expect(await does(actor, declineExtension, declined)).toEqual({ ok: false, failure: toAnswer });
    expect(await does(actor, extendUnasked, { ...answer, reason: "other" })).toMatchObject({ ok: false });
    expect(await protectedThrough(deal.dealId)).toBe(lastDay);
  });

  test("the database lets no partner write an extension, and nobody answer their own", async () => {
    const { dealId } = await waitingDeal();
    const change = withActor(alphaSales, (tx) => tx.dealExtension.updateMany({ data: { outcome: "granted" } }));
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(
      sql(
        "update deal_extension set outcome = 'granted', decided_at = now(), decided_by_id = asked_by_id, granted_until = wanted_until where deal_id = $1",
        [dealId],
      ),
    ).rejects.toThrow(/deal_extension_four_eyes/);
  });
});

describe("[DEAL-05] under rules that grant extensions", () => {
  beforeAll(async () => {
    const policy = registrationPolicy(15_000_000);
    const settings = {
      ...policy.settings,
      "extension.times": 1,
      "extension.days": 30,
      "extension.from_stage": "qualified",
    };
    await sql(
      "insert into policy_version (id, kind, version, name, status, effective_from, body) values ($1, 'deal.registration', 2, 'Test program', 'published', '2026-01-02', $2)",
      [idOf("policy 2"), JSON.stringify({ ...policy, settings })],
    );
  });

  test("what is within them is granted at once, with the version that granted it; the second time a person decides", async () => {
    const deal = await protectedDeal();
    expect((await record(alphaSales, deal.dealId))?.extensions?.atOnceThrough).toBe(wish.through);
    expect(done(await does(alphaSales, askExtension, { ...deal, ...wish })).granted).toBe(true);
    expect(await protectedThrough(deal.dealId)).toBe(wish.through);
    expect(await runningClocks(deal.dealId)).toEqual([
      `deal.protection ${startOfDay(addDays(wish.through, 1), zone).toISOString()}`,
    ]);
    const [kept] = await sql(
      "select outcome, decided_by_id, policy_version_id from deal_extension where deal_id = $1",
      [deal.dealId],
    );
    expect(kept).toEqual({ outcome: "granted", decided_by_id: null, policy_version_id: idOf("policy 2") });
    const more = { ...(await again(deal)), ...wish, through: addDays(wish.through, 5) };
    expect(done(await does(alphaSales, askExtension, more)).granted).toBe(false);
    expect((await record(manager, deal.dealId))?.extensions).toMatchObject({
      granted: 1,
      asked: { reviewReason: "extension_times" },
    });
  });

  test("a deal keeps the rules it was registered under", async () => {
    const deal = await protectedDeal();
    await sql("update deal set policy_version_id = $2 where id = $1", [deal.dealId, idOf("policy")]);
    expect(done(await does(alphaSales, askExtension, { ...deal, ...wish })).granted).toBe(false);
  });

  test("days somebody else is protected on are not granted: by the rules it goes to a person, by a person it is a conflict", async () => {
    const deal = await protectedDeal();
    await sql(
      `insert into protection (id, deal_id, partner_id, account_id, product_line_id, role, period, created_at)
       select gen_random_uuid(), $2, $3, account_id, product_line_id, role, daterange($4::date, $4::date + 30), now() from protection where deal_id = $1`,
      [deal.dealId, idOf("beta earlier"), idOf("beta"), addDays(lastDay, 10)],
    );
    expect(done(await does(alphaSales, askExtension, { ...deal, ...wish })).granted).toBe(false);
    expect((await record(manager, deal.dealId))?.extensions?.asked?.reviewReason).toBe("extension_taken");
    const grant = { ...(await again(deal)), note: "" };
    expect(await does(manager, grantExtension, { ...grant, through: wish.through })).toEqual(
      conflict("deals.errors.daysTaken"),
    );
    expect(await protectedThrough(deal.dealId)).toBe(lastDay);
    done(await does(manager, grantExtension, { ...grant, through: addDays(lastDay, 9) }));
    expect(await protectedThrough(deal.dealId)).toBe(addDays(lastDay, 9));
  });
});

describe("two at once", () => {
  test("30 pairs answer, ask or give up at once: one wins, and what is kept agrees with it", async () => {
    for (let pair = 0; pair < 30; pair += 1) {
      const deal = await protectedDeal();
      await sql("update deal set policy_version_id = $2 where id = $1", [deal.dealId, idOf("policy")]);
      done(await does(alphaSales, askExtension, { ...deal, ...wish }));
      const now = await again(deal);
      const rivals = [
        () => does(manager, declineExtension, { ...now, reason: "other", note: "Not now." }),
        () => does(manager, grantExtension, { ...now, through: wish.through, note: "" }),
        () => does(alphaSales, releaseDeal, now),
      ];
      const grant = does(manager, grantExtension, { ...now, through: wish.through, note: "" });
      const results = await Promise.all([grant, rivals[pair % 3]?.()]);
      expect(
        results.filter((result) => result?.ok),
        `pair ${pair}`,
      ).toHaveLength(1);
      expect(results.find((result) => !result?.ok)).toMatchObject({ failure: { code: "conflict", entity: "deal" } });
      const [kept] = await sql("select outcome from deal_extension where deal_id = $1", [deal.dealId]);
      const { status } = await dealRow(deal.dealId);
      const through = await protectedThrough(deal.dealId);
      const outcomes = { granted: wish.through, declined: lastDay, lapsed: today };
      expect(through).toBe(outcomes[kept?.outcome as keyof typeof outcomes]);
      expect(status).toBe(kept?.outcome === "lapsed" ? "released" : "approved");
    }
  });
});
