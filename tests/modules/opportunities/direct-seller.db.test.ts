import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { dealNotices } from "@/modules/deals/reactions";
import { tellPeople } from "@/modules/notices/reactions";
import { countBreaches, listBreaches } from "@/modules/opportunities/queries/list-breaches";
import { ownOpportunities } from "@/modules/opportunities/queries/own-opportunities";
import { watchOpportunities } from "@/modules/opportunities/schedule";
import { closeBreach } from "@/modules/opportunities/use-cases/close-breach";
import { lookUpCustomer } from "@/modules/opportunities/use-cases/look-up-customer";
import { openOpportunity } from "@/modules/opportunities/use-cases/open-opportunity";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { does, done, submitted } from "../../support/deals";
import { imported } from "../../support/imports";
import { content, idOf, noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, seller, manager, owner, finance, executive, administrator } = world;
const protectedCustomer = { name: "Isarwerk Antriebstechnik AG", website: "isarwerk.com", country: "DE" };
const callManager = [{ name: manager.name, title: "", email: "mia.manager@test.example" }];

const opportunity = (over: object = {}) => ({
  opportunityId: newId(),
  customer: protectedCustomer,
  title: "Plant three",
  productLineId: "",
  reason: "",
  note: "",
  ...over,
});
const breachesOf = (opportunityId: string) =>
  sql<{ id: string; reason: string | null; found_by: string; deal_id: string }>(
    "select id, reason, found_by, deal_id from breach where opportunity_id = $1",
    [opportunityId],
  );

let dealId: string;
beforeAll(async () => {
  await seedWorld();
  ({ dealId } = await submitted(alphaSales));
});

describe("[DEAL-10] a seller of the vendor at a protected customer", () => {
  test.each([
    ["as it was registered", protectedCustomer],
    ["by its website alone", { name: "Something else", website: "www.isarwerk.com", country: "DE" }],
    ["by a variant of its name", { name: "ISARWERK Antriebstechnik", website: "", country: "DE" }],
    ["with a typo", { name: "Isarwerk Antriebstechnk AG", website: "", country: "DE" }],
  ])("is told whom to call, %s, and nothing else", async (_, customer) => {
    const answer = done(await does(seller, lookUpCustomer, { customer }));
    expect(answer).toEqual({ isProtected: true, call: callManager });
  });

  test("learns that another customer is free", async () => {
    const customer = { name: "Moselglas GmbH", website: "moselglas.de", country: "DE" };
    expect(done(await does(seller, lookUpCustomer, { customer }))).toEqual({ isProtected: false, call: [] });
    expect(await sql("select 1 from account where name = 'Moselglas GmbH'")).toEqual([]);
  });

  test("is warned; nothing is opened and nothing logged before there is a reason", async () => {
    const input = opportunity();
    expect(done(await does(seller, openOpportunity, input))).toEqual({
      outcome: "protected",
      rule: "warn",
      call: callManager,
    });
    expect(await sql("select 1 from direct_opportunity where id = $1", [input.opportunityId])).toEqual([]);
    expect(await breachesOf(input.opportunityId)).toEqual([]);
  });

  test("goes on with a coded reason: it is logged, and the partner's channel manager is told", async () => {
    const input = opportunity({ reason: "tender", note: "The tender names us." });
    expect(done(await does(seller, openOpportunity, input))).toMatchObject({ outcome: "opened", logged: 1 });
    expect(await breachesOf(input.opportunityId)).toMatchObject([
      { reason: "tender", found_by: "seller", deal_id: dealId },
    ]);
    await deliverEvents([tellPeople([dealNotices])], noon);
    const told = await sql<{ name: string; because: string }>(
      `select p.name, n.because from notice n join person p on p.id = n.person_id join event e on e.id = n.event_id
       where e.type = 'deal.breachFound' and e.subject_id = $1`,
      [dealId],
    );
    expect(told).toEqual([{ name: manager.name, because: "manager" }]);
    const seen = await sql("select 1 from event where type = 'deal.breachFound' and audience <> 'vendor'");
    expect(seen).toEqual([]);
  });

  test("a word that is no reason is refused", async () => {
    expect(await does(seller, openOpportunity, opportunity({ reason: "because" }))).toMatchObject({
      ok: false,
      failure: { code: "invalid" },
    });
  });

  test("a rule that blocks lets no reason through", async () => {
    const publish = (version: number, rule: string) =>
      sql(
        `insert into policy_version (id, kind, version, name, status, effective_from, body)
         select gen_random_uuid(), kind, $1::int, name, status, effective_from + $1::int * interval '1 day',
           jsonb_set(body, '{settings,direct.on_protected}', to_jsonb($2::text)) from policy_version where version = 1`,
        [version, rule],
      );
    await publish(2, "block");
    const input = opportunity({ reason: "tender" });
    expect(done(await does(seller, openOpportunity, input))).toMatchObject({ outcome: "protected", rule: "block" });
    expect(await breachesOf(input.opportunityId)).toEqual([]);
    await publish(3, "warn");
  });

  test("at a free customer it is opened at once, and not twice", async () => {
    const input = opportunity({ customer: { name: "Free Works", website: "free-works.de", country: "DE" } });
    expect(done(await does(seller, openOpportunity, input))).toMatchObject({ outcome: "opened", logged: 0 });
    expect(await does(seller, openOpportunity, input)).toMatchObject({ ok: false, failure: { code: "conflict" } });
  });

  test("a partner that only implements there stands in nobody's way", async () => {
    const customer = { name: "Implementing Works", website: "implementing.de", country: "DE" };
    await submitted(alphaSales, { customer, partnerRole: "implementing" });
    expect(done(await does(seller, openOpportunity, opportunity({ customer })))).toMatchObject({ outcome: "opened" });
  });

  test("an open opportunity is a conflict for the next registration", async () => {
    const customer = { name: "Engaged Works", website: "engaged.de", country: "DE" };
    done(await does(seller, openOpportunity, opportunity({ customer })));
    expect((await submitted(alphaSales, { customer })).outcome).toBe("in_review");
  });

  test.each<[string, PersonActor]>([
    ["a channel manager", manager],
    ["a program owner", owner],
    ["finance", finance],
    ["a partner's seller", alphaSales],
  ])("%s opens none", async (_, actor) => {
    const forbidden = { ok: false, failure: { code: "forbidden" } };
    expect(await does(actor, openOpportunity, opportunity())).toEqual(forbidden);
    expect(await does(actor, lookUpCustomer, { customer: protectedCustomer })).toEqual(forbidden);
  });
});

describe("what a seller sees", () => {
  test("own opportunities only, each with whom to call, and no word of the partner, the amount or a day", async () => {
    await sql(
      `insert into direct_opportunity (id, external_id, account_id, owner_id, owner_name, is_open, opened_at, synced_at)
       select $1, 'X-1', account_id, $2, 'Somebody Else', true, now(), now() from deal where id = $3`,
      [idOf("not mine"), administrator.personId, dealId],
    );
    const rows = await withActor(seller, (tx) => ownOpportunities(tx, today));
    expect(rows.map(({ id }) => id)).not.toContain(idOf("not mine"));
    const met = rows.filter(({ call }) => call);
    expect(met.map(({ call }) => call)).toEqual(met.map(() => [manager.name]));
    expect(met.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/alpha|48000|D-26|protected_?until/i);
  });

  test("no deal, no protection and no breach, by any table", async () => {
    await withActor(seller, async (tx) => {
      expect(await tx.deal.count()).toBe(0);
      expect(await tx.protection.count()).toBe(0);
      expect(await tx.breach.count()).toBe(0);
      expect(await tx.event.count({ where: { type: "deal.breachFound" } })).toBe(0);
    });
  });
});

describe("the log of possible breaches", () => {
  const seen = (actor: PersonActor) => withActor(actor, (tx) => listBreaches(tx, actor, { open: false }));

  test("is read by who looks after the partner and the program owner, and by no partner", async () => {
    expect((await seen(manager)).rows).toMatchObject([
      { seller: seller.name, partner: "alpha GmbH", reason: "tender" },
    ]);
    expect((await seen(owner)).rows).toHaveLength(1);
    expect((await seen(executive)).rows).toEqual([]);
    await expect(seen(alphaSales)).rejects.toThrow(/permission denied/);
  });

  test("is answered once, with an outcome and a note, by somebody else than the seller", async () => {
    const [row] = (await seen(manager)).rows;
    const answer = { breachId: row?.id, outcome: "agreed", note: "Both go together." };
    expect(await does(seller, closeBreach, answer)).toEqual({ ok: false, failure: { code: "forbidden" } });
    done(await does(manager, closeBreach, answer));
    expect(await does(owner, closeBreach, answer)).toMatchObject({ ok: false, failure: { code: "conflict" } });
    expect(await withActor(manager, countBreaches)).toEqual({ open: 0, all: 1 });
    await expect(sql("update breach set closed_by_id = seller_id where id = $1", [row?.id])).rejects.toThrow(
      /breach_four_eyes/,
    );
  });
});

describe("what the CRM brings", () => {
  const crm = (...lines: string[]) =>
    imported("direct-opportunities", ["id,account,country,website,owner,stage", ...lines]);

  test("[DEAL-10] an opportunity that comes up at a protected customer is logged without a reason, once", async () => {
    await sql("update direct_opportunity set is_open = false");
    await sql("update protection set created_at = $1", [new Date(noon.getTime() - 86_400_000)]);
    await crm(`CRM-1,Isarwerk Antriebstechnik AG,DE,isarwerk.com,${seller.name},Qualified`);
    expect(await watchOpportunities()(noon)).toBe(1);
    expect(await watchOpportunities()(noon)).toBe(0);
    const [row] = await sql<{ id: string; owner_id: string }>(
      "select id, owner_id from direct_opportunity where external_id = 'CRM-1'",
    );
    expect(row?.owner_id).toBe(seller.personId);
    expect(await breachesOf(row?.id ?? "")).toMatchObject([{ reason: null, found_by: "import" }]);
  });

  test("what was open before the protection is no breach", async () => {
    await crm("CRM-2,Before Works,DE,before-works.de,Nobody Known,Qualified").catch(() => undefined);
    await sql("insert into account (id, name, country) values ($1, 'Before Works', 'DE')", [idOf("before")]);
    await sql("insert into account_domain (domain, account_id) values ('before-works.de', $1)", [idOf("before")]);
    await crm("CRM-3,Before Works,DE,before-works.de,Nobody Known,Qualified");
    const customer = { name: "Before Works", website: "before-works.de", country: "DE" };
    const later = new Date(noon.getTime() + 3_600_000);
    const registered = await submitted(alphaSales, content({ customer, partnerRole: "sourcing" }), later);
    expect(registered.outcome).toBe("in_review");
    expect(await watchOpportunities()(later)).toBe(0);
  });

  test("said again by the CRM it is fresh again", async () => {
    await sql("update direct_opportunity set synced_at = '2026-11-01' where external_id = 'CRM-1'");
    await crm(`CRM-1,Isarwerk Antriebstechnik AG,DE,isarwerk.com,${seller.name},Qualified`);
    const [row] = await sql<{ synced_at: Date }>(
      "select synced_at from direct_opportunity where external_id = 'CRM-1'",
    );
    expect(row?.synced_at).toEqual(noon);
  });
});
