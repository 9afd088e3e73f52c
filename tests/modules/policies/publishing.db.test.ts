import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { plainDate } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { tellPeople } from "@/modules/notices/reactions";
import { citationOf } from "@/modules/policies/queries";
import { policyNotices } from "@/modules/policies/reactions";
import { acknowledgePolicy } from "@/modules/policies/use-cases/acknowledge-policy";
import { checkDraft } from "@/modules/policies/use-cases/check-draft";
import { publishPolicy } from "@/modules/policies/use-cases/publish-policy";
import { saveDraft } from "@/modules/policies/use-cases/save-draft";
import { startDraft } from "@/modules/policies/use-cases/start-draft";
import { withActor } from "@/server/db";
import { deliverEvents } from "@/server/deliveries";
import { newId } from "@/server/ids";
import { policyInForce } from "@/server/policies";
import { execute, type UseCase } from "@/server/use-case";
import { withoutPresales } from "../../../prisma/seed/program";
import { drafted as draftedDeal } from "../../support/deals";
import { content as contentOf, idOf, noon, seedWorld, sql, world } from "../../support/world";

const kind = "deal.registration";
const second: PersonActor = { ...world.owner, personId: idOf("Otto Owner"), name: "Otto Owner" };
const does = <Input, Value>(actor: PersonActor, verb: UseCase<Input, Value>, input: unknown, now = noon) =>
  execute(verb, actor, input, { now, newId });
const version = async (id: string) => {
  const [row] = await sql<{ status: string; revision: number; version: number; effective_from: Date }>(
    "select status, revision, version, effective_from from policy_version where id = $1",
    [id],
  );
  if (!row) throw new Error("there is no such version");
  return row;
};
const bodyWith = (settings: PolicyBody["settings"]): PolicyBody => {
  const body = registrationPolicy(20_000_000);
  return { ...body, settings: { ...body.settings, ...settings } };
};

async function drafted(by: PersonActor, body: PolicyBody, now = noon): Promise<string> {
  const begun = await does(by, startDraft, { kind }, now);
  if (!begun.ok) throw new Error("no draft");
  const { versionId } = begun.value;
  const { revision } = await version(versionId);
  const saved = await does(
    by,
    saveDraft,
    { versionId, revision, name: "Test program", note: "More freedom", policy: JSON.stringify(body) },
    now,
  );
  expect(saved).toMatchObject({ ok: true });
  return versionId;
}
const current = async (versionId: string) => ({ versionId, revision: (await version(versionId)).revision });

beforeAll(async () => {
  await seedWorld();
  await sql(
    "insert into person (id, email, name, zone) values ($1, 'otto.owner@test.example', 'Otto Owner', 'Europe/Berlin')",
    [second.personId],
  );
  await sql("insert into membership (id, person_id, role) values (gen_random_uuid(), $1, 'program_owner')", [
    second.personId,
  ]);
});

describe("[COMM-08] [DEAL-11] publishing rules", () => {
  let draft: string;

  test("a draft is begun once, as a copy of what was published last", async () => {
    const [a, b] = await Promise.all([does(world.owner, startDraft, { kind }), does(second, startDraft, { kind })]);
    const begun = [a, b].filter((result) => result.ok);
    expect(begun.length).toBeGreaterThan(0);
    const rows = await sql<{ id: string; body: PolicyBody }>(
      "select id, body from policy_version where status = 'draft'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toEqual(withoutPresales(registrationPolicy(15_000_000)));
    draft = rows[0]?.id ?? "";
  });

  test("nobody but a program owner drafts, checks or publishes", async () => {
    const reference = await current(draft);
    for (const actor of [world.manager, world.administrator, world.finance, world.alphaAdmin, world.seller]) {
      const forbidden = { ok: false, failure: { code: "forbidden" } };
      expect(await does(actor, startDraft, { kind })).toEqual(forbidden);
      expect(await does(actor, checkDraft, reference)).toEqual(forbidden);
      expect(await does(actor, publishPolicy, { ...reference, effectiveOn: "2027-03-01" })).toEqual(forbidden);
    }
  });

  test("a draft with a fault is saved, but neither checked nor published", async () => {
    const { tables, ...rest } = bodyWith({});
    await drafted(world.owner, {
      ...rest,
      tables: { "protection.days": tables["protection.days"] ?? { hit: "first", rows: [] } },
    });
    const reference = await current(draft);
    expect(await does(world.owner, checkDraft, reference)).toMatchObject({
      failure: { reason: "policies.errors.faults" },
    });
    expect(await does(second, publishPolicy, { ...reference, effectiveOn: "2027-03-01" })).toMatchObject({
      failure: { reason: "policies.errors.notChecked" },
    });
  });

  test("what somebody else saved in between is not overwritten", async () => {
    const stale = await current(draft);
    await drafted(world.owner, bodyWith({ "acknowledgement.required": true, "notice.days": 10 }));
    const input = { ...stale, name: "Mine", note: "", policy: JSON.stringify(bodyWith({})) };
    expect(await does(second, saveDraft, input)).toMatchObject({ failure: { code: "conflict" } });
  });

  test("who drafted it does not publish it while there is a second person; not sooner than its notice", async () => {
    expect(await does(world.owner, checkDraft, await current(draft))).toMatchObject({ ok: true });
    const reference = await current(draft);
    const on = (effectiveOn: string) => ({ ...reference, effectiveOn });
    expect(await does(world.owner, publishPolicy, on("2027-03-01"))).toMatchObject({
      failure: { reason: "policies.errors.secondPerson" },
    });
    // The rules in force promise 30 days: all of them lie between.
    expect(await does(second, publishPolicy, on("2026-12-25"))).toMatchObject({
      failure: { fields: { effectiveOn: "policies.errors.tooSoon" } },
    });
    const cites = (citedDecision: string, citedOn: string) => ({ ...on("2026-12-26"), citedDecision, citedOn });
    for (const [input, fields] of [
      [cites("", "2026-11-02"), { citedDecision: "policies.errors.citedWhat" }],
      [cites("Partner council, minute 7", ""), { citedOn: "policies.errors.citedWhen" }],
      [cites("Partner council, minute 7", "2026-11-26"), { citedOn: "policies.errors.citedLater" }],
    ] as const)
      expect(await does(second, publishPolicy, input)).toMatchObject({ failure: { code: "invalid", fields } });
    const named = cites("Partner council, minute 7", "2026-11-02");
    expect(await does(second, publishPolicy, named)).toMatchObject({ ok: true });
    expect(await withActor(world.alphaSales, (tx) => citationOf(tx, draft))).toEqual({
      decision: "Partner council, minute 7",
      on: "2026-11-02",
    });
    expect((await version(draft)).effective_from.toISOString()).toBe("2026-12-25T23:00:00.000Z");
  });

  test("the version at a date decides, to the moment", async () => {
    const at = (moment: string) =>
      withActor(world.alphaSales, async (tx) => (await policyInForce(tx, kind, new Date(moment))).version);
    expect(await at("2026-12-25T22:59:59Z")).toBe(1);
    expect(await at("2026-12-25T23:00:00Z")).toBe(2);
  });

  test("a published version never changes, in the database either", async () => {
    expect(
      await does(world.owner, saveDraft, {
        ...(await current(draft)),
        name: "Other",
        note: "",
        policy: JSON.stringify(bodyWith({})),
      }),
    ).toMatchObject({
      failure: { reason: "policies.errors.published" },
    });
    for (const change of [
      "body = '{}'",
      "effective_from = now()",
      "status = 'draft'",
      "notice_days = 0",
      "cited_decision = 'Another'",
    ]) {
      await expect(sql(`update policy_version set ${change} where id = $1`, [draft])).rejects.toThrow(/never changes/);
    }
  });

  test("everybody is told once, with the day, and may acknowledge it before", async () => {
    await deliverEvents([tellPeople([policyNotices])], noon);
    const told = await sql<{ name: string }>(
      "select p.name from notice n join person p on p.id = n.person_id where n.type = 'policy.published' order by 1",
    );
    expect(told.map(({ name }) => name)).toEqual(
      expect.arrayContaining([world.alphaSales.name, world.betaSales.name, world.seller.name]),
    );
    expect(told.map(({ name }) => name)).not.toContain(second.name);
    expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
    for (const _ of [1, 2])
      expect(await does(world.seller, acknowledgePolicy, { versionId: draft })).toMatchObject({ ok: true });
    const rows = await sql("select at from policy_acknowledgement where person_id = $1", [world.seller.personId]);
    expect(rows).toEqual([{ at: noon }]);
  });
});

describe("[ONB-07] a first registration", () => {
  const later = new Date("2027-01-11T11:00:00Z");
  const content = contentOf({ expectedClose: plainDate("2027-03-01") });
  const submit = async (actor: PersonActor) => {
    const dealId = await draftedDeal(actor);
    return does(actor, submitDeal, { dealId, version: 1, content }, later);
  };

  test("waits until the rules in force are acknowledged; the draft is kept", async () => {
    const [inForce] = await sql<{ id: string }>("select id from policy_version where version = 2");
    expect(await submit(world.alphaOther)).toMatchObject({ failure: { reason: "deals.errors.rulesNotAcknowledged" } });
    const drafts = await sql("select 1 from deal where owner_id = $1 and status = 'draft'", [
      world.alphaOther.personId,
    ]);
    expect(drafts).toHaveLength(1);
    await does(world.alphaOther, acknowledgePolicy, { versionId: inForce?.id }, later);
    expect(await submit(world.alphaOther)).toMatchObject({ ok: true });
  });

  test("is asked of nobody who has registered before", async () =>
    expect(await submit(world.alphaSales)).toMatchObject({ ok: true }));
});

describe("an acknowledgement", () => {
  test("is everybody's own, seen by themselves and by those who oversee the program", async () => {
    const seen = (actor: PersonActor) =>
      withActor(actor, (tx) => tx.policyAcknowledgement.findMany({ select: { personId: true } }));
    expect(await seen(world.alphaOther)).toEqual([{ personId: world.alphaOther.personId }]);
    expect(await seen(world.betaSales)).toEqual([]);
    expect(await seen(world.manager)).toEqual([]);
    expect(await seen(world.owner)).toHaveLength(2);
  });

  test("of a draft is not possible: for those it binds there is none", async () => {
    const versionId = await drafted(world.owner, bodyWith({}), new Date("2027-01-12T11:00:00Z"));
    const notFound = { ok: false, failure: { code: "not_found", entity: "policy" } };
    expect(await does(world.alphaSales, acknowledgePolicy, { versionId })).toEqual(notFound);
    expect(await does(world.manager, acknowledgePolicy, { versionId })).toEqual(notFound);
  });
});
