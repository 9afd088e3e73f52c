import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import type { NamedConsequence } from "@/modules/accounts/domain/named-account";
import { namedAccount, namedBehind } from "@/modules/accounts/queries/named-account";
import { nameAccount } from "@/modules/accounts/use-cases/name-account";
import { unnameAccount } from "@/modules/accounts/use-cases/unname-account";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, submitted } from "../../support/deals";
import { fingerprint } from "../../support/fingerprint";
import { idOf, noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, alphaAdmin, betaSales, manager, owner, finance, executive, seller } = world;
const note = "Global agreement, renewed in spring.";
let turn = 0;

/** A customer that beta registered once, without a protection that anybody runs into. */
async function customer(name = `named-${++turn}`) {
  const id = newId();
  await sql("insert into account (id, name, country) values ($1, $2, 'DE')", [id, `${name} GmbH`]);
  await sql("insert into account_domain (domain, account_id) values ($1, $2)", [`${name}.de`, id]);
  await sql("insert into account_link (account_id, partner_id) values ($1, $2)", [id, idOf("beta")]);
  return { id, typed: { name: `${name} GmbH`, website: `${name}.de`, country: "DE" } };
}
const input = (accountId: string, consequence: NamedConsequence = "review", before = "") => ({
  accountId,
  entryId: newId(),
  before,
  ownerId: seller.personId,
  consequence,
  note,
});
async function named(consequence: NamedConsequence) {
  const { id, typed } = await customer();
  const given = input(id, consequence);
  done(await does(manager, nameAccount, given));
  return { id, typed, entryId: given.entryId };
}
const record = (actor: PersonActor, dealId: string) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));
const said = (actor: PersonActor, id: string) => withActor(actor, (tx) => namedAccount(tx, actor, id));

beforeAll(async () => {
  await seedWorld();
});

describe("[DEAL-04] [DEAL-07] a registration for a named account", () => {
  test("goes to a person where that is said, who reads for whom it is kept", async () => {
    const { typed } = await named("review");
    const { dealId, outcome } = await submitted(alphaSales, { customer: typed });
    expect(outcome).toBe("in_review");
    expect((await dealRow(dealId)).status).toBe("in_review");
    const read = await record(manager, dealId);
    expect(read?.decisions[0]).toMatchObject({ outcome: "in_review", reasonCode: "not-a-named-account" });
    expect(read?.matches).toMatchObject([{ class: "named_account", score: 100, partner: seller.name }]);
  });

  test("is refused where that is said; the partner reads the class, and neither for whom nor why", async () => {
    const { typed } = await named("refuse");
    const { dealId, outcome } = await submitted(alphaSales, { customer: typed });
    expect(outcome).toBe("rejected");
    const read = await record(alphaSales, dealId);
    expect(read?.decisions[0]).toMatchObject({ outcome: "rejected", reasonCode: "named_account" });
    expect(read?.matches).toEqual([]);
    expect(JSON.stringify(read)).not.toContain(seller.name);
    expect(JSON.stringify(read)).not.toContain(note);
  });

  test.each([
    ["it is only listed", "listed"],
    ["it was taken off the list", null],
  ] as const)("is decided by the other rules where %s", async (_why, consequence) => {
    const { id, typed, entryId } = await named(consequence ?? "refuse");
    if (!consequence) done(await does(manager, unnameAccount, { accountId: id, entryId }));
    expect((await submitted(alphaSales, { customer: typed })).outcome).toBe("approved");
  });

  test("also where a customer is as good as it: a subsidiary", async () => {
    const { id } = await named("refuse");
    const child = await customer();
    await sql("update account set parent_id = $2 where id = $1", [child.id, id]);
    expect((await submitted(alphaSales, { customer: child.typed })).outcome).toBe("rejected");
  });

  test("one decided before stays as it is", async () => {
    const { id, typed } = await customer();
    const { dealId } = await submitted(alphaSales, { customer: typed });
    done(await does(manager, nameAccount, input(id, "refuse")));
    expect((await dealRow(dealId)).status).toBe("approved");
  });
});

describe("[GOVR-01] who keeps customers for somebody", () => {
  test.each([
    ["a channel manager", manager],
    ["a program owner", owner],
  ])("%s does, and it is on record", async (_who, actor) => {
    const { id } = await customer();
    done(await does(actor, nameAccount, input(id)));
    expect((await said(actor, id)).entry).toMatchObject({ owner: seller.name, consequence: "review", by: actor.name });
    const events = await sql("select type, audience, data ->> 'owner' as owner from event where subject_id = $1", [id]);
    expect(events).toEqual([{ type: "account.named", audience: "vendor", owner: seller.name }]);
    const told = await withActor(actor, (tx) => namedBehind(tx, id, null, 10));
    expect(told.map(({ event }) => event)).toMatchObject([{ actor: actor.name, data: { owner: seller.name, note } }]);
  });

  test.each([
    ["a seller of a partner", betaSales],
    ["an admin of a partner", alphaAdmin],
    ["a finance person", finance],
    ["an executive", executive],
    ["a direct seller", seller],
  ])("%s does not, and nothing is written", async (_who, actor) => {
    const { id } = await customer();
    const before = await fingerprint();
    expect(await does(actor, nameAccount, input(id))).toEqual({ ok: false, failure: { code: "forbidden" } });
    const off = { accountId: id, entryId: newId() };
    expect(await does(actor, unnameAccount, off)).toEqual({ ok: false, failure: { code: "forbidden" } });
    expect(await fingerprint()).toEqual(before);
  });

  test("not at a customer out of sight, nor for somebody of a partner", async () => {
    const { id } = await customer();
    await sql("delete from account_link where account_id = $1", [id]);
    const notFound = { ok: false, failure: { code: "not_found", entity: "account" } };
    expect(await does(manager, nameAccount, input(id))).toEqual(notFound);
    expect(await does(manager, unnameAccount, { accountId: id, entryId: newId() })).toEqual(notFound);
    const seen = await customer();
    expect(await does(manager, nameAccount, { ...input(seen.id), ownerId: betaSales.personId })).toEqual({
      ok: false,
      failure: { code: "invalid", fields: { ownerId: "accounts.errors.ownerMissing" } },
    });
  });

  test("a partner sees no entry, whichever way it asks", async () => {
    const { id } = await named("review");
    for (const actor of [betaSales, alphaAdmin])
      await expect(withActor(actor, (tx) => tx.namedAccount.findMany({ where: { accountId: id } }))).rejects.toThrow(
        /permission denied/,
      );
  });

  test("two at the same moment: one, and the other reads that something changed", async () => {
    const { id } = await customer();
    const answers = await Promise.all([
      does(manager, nameAccount, input(id, "review")),
      does(owner, nameAccount, input(id, "refuse")),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      failure: { code: "conflict", reason: "accounts.errors.namedMeanwhile" },
    });
  });

  test("what was said before stays on record when something else is said", async () => {
    const { id, entryId } = await named("review");
    done(await does(owner, nameAccount, input(id, "refuse", entryId)));
    expect(await does(manager, nameAccount, input(id, "listed", entryId))).toMatchObject({ ok: false });
    const all =
      "select consequence, ended_at is null as holds from named_account where account_id = $1 order by ended_at";
    expect(await sql(all, [id])).toEqual([
      { consequence: "review", holds: false },
      { consequence: "refuse", holds: true },
    ]);
  });
});
