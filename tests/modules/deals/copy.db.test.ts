import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays, startOfDay } from "@/kernel/dates";
import { editableDeal } from "@/modules/deals/queries/edit-deal";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { copyDeal } from "@/modules/deals/use-cases/copy-deal";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, drafted, submitted } from "../../support/deals";
import { content, idOf, noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaOther, betaSales, manager, owner, seller } = world;
const overLimit = { amount: { amount: "200000", currency: "EUR" }, need: "A lakehouse for the plant in Graz." };

let turn = 0;
const customer = () => {
  turn += 1;
  return { name: `Once More ${turn} GmbH`, website: `once-more-${turn}.de`, country: "DE" };
};
const reference = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
const record = (actor: PersonActor, dealId: string) =>
  withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));

async function rejectedDeal() {
  const typed = { customer: customer(), ...overLimit };
  const { dealId } = await submitted(alphaSales, typed);
  done(
    await does(manager, rejectDeal, { ...(await reference(dealId)), reason: "incomplete", note: "No contact yet." }),
  );
  return { ...(await reference(dealId)), typed };
}

beforeAll(async () => {
  await seedWorld();
});

test("a rejected registration is registered again in one click, with what was typed, and both records show it", async () => {
  const { typed, ...deal } = await rejectedDeal();
  const copyId = newId();
  const { number } = done(await does(alphaSales, copyDeal, { ...deal, copyId }));
  expect(
    await sql("select status, owner_id, account_id, copied_from_id, submitted_at from deal where id = $1", [copyId]),
  ).toEqual([
    {
      status: "draft",
      owner_id: alphaSales.personId,
      account_id: null,
      copied_from_id: deal.dealId,
      submitted_at: null,
    },
  ]);
  const form = await withActor(alphaSales, (tx) => editableDeal(tx, alphaSales, copyId));
  expect(form?.draft).toMatchObject({
    customer: typed.customer,
    amount: { amount: "200000.00", currency: "EUR" },
    need: typed.need,
  });
  for (const actor of [alphaSales, alphaAdmin, manager]) {
    const source = await record(actor, deal.dealId);
    expect(source?.copies).toEqual([{ id: copyId, number, status: "draft" }]);
    expect((await record(actor, copyId))?.copiedFrom).toMatchObject({ id: deal.dealId, number: source?.number });
  }
  // It is decided on its own, like any registration.
  const again = {
    dealId: copyId,
    version: 1,
    content: content({ ...typed, amount: { amount: "1000", currency: "EUR" } }),
  };
  expect(done(await does(alphaSales, submitDeal, again)).outcome).toBe("approved");
  expect(await dealRow(deal.dealId)).toMatchObject({ status: "rejected", version: deal.version });
});

test.each([
  [
    "withdrawn",
    async () => {
      const { dealId } = await submitted(alphaSales, { customer: customer(), ...overLimit });
      done(await does(alphaSales, withdrawDeal, await reference(dealId)));
      return dealId;
    },
  ],
  [
    "discarded",
    async () => {
      const dealId = await drafted(alphaSales);
      done(await does(alphaSales, withdrawDeal, await reference(dealId)));
      return dealId;
    },
  ],
  [
    "given up",
    async () => {
      const { dealId } = await submitted(alphaSales, { customer: customer() });
      done(await does(alphaSales, releaseDeal, await reference(dealId)));
      return dealId;
    },
  ],
  ["expired and imported without what was typed", async () => idOf("alpha earlier")],
])("one that was %s is registered again as well", async (_how, end) => {
  const dealId = await end();
  const copyId = newId();
  done(await does(alphaSales, copyDeal, { ...(await reference(dealId)), copyId }));
  expect(
    await sql(
      "select d.customer_name = c.customer_name as same from deal d join deal c on c.copied_from_id = d.id where c.id = $1",
      [copyId],
    ),
  ).toEqual([{ same: true }]);
  expect(await withActor(alphaSales, (tx) => editableDeal(tx, alphaSales, copyId))).not.toBeNull();
});

test("an expected close that has passed is asked for anew", async () => {
  const { typed: _, ...deal } = await rejectedDeal();
  const copyId = newId();
  const later = startOfDay(addDays(today, 81), "Europe/Berlin");
  done(await does(alphaSales, copyDeal, { ...deal, copyId }, later));
  const form = await withActor(alphaSales, (tx) => editableDeal(tx, alphaSales, copyId));
  expect(form?.draft.expectedClose).toBe("");
});

describe("who may not", () => {
  test.each<[string, PersonActor, object]>([
    ["a colleague", alphaOther, { code: "not_found", entity: "deal" }],
    ["another partner", betaSales, { code: "not_found", entity: "deal" }],
    ["the manager", manager, { code: "forbidden" }],
    ["a program owner", owner, { code: "forbidden" }],
    ["a direct seller", seller, { code: "forbidden" }],
  ])("%s", async (_who, actor, failure) => {
    const { typed: _, ...deal } = await rejectedDeal();
    expect(await does(actor, copyDeal, { ...deal, copyId: newId() })).toEqual({ ok: false, failure });
    expect(await sql("select 1 from deal where copied_from_id = $1", [deal.dealId])).toEqual([]);
  });

  test("a protected deal, or one that waits, is not copied", async () => {
    const refused = { ok: false, failure: { code: "conflict", entity: "deal", reason: "deals.errors.notEnded" } };
    for (const typed of [{}, overLimit]) {
      const { dealId } = await submitted(alphaSales, { customer: customer(), ...typed });
      expect(await does(alphaSales, copyDeal, { ...(await reference(dealId)), copyId: newId() })).toEqual(refused);
    }
  });

  test("what an admin copies is not shown to the colleague who cannot see it", async () => {
    const { typed: _, ...deal } = await rejectedDeal();
    done(await does(alphaAdmin, copyDeal, { ...deal, copyId: newId() }));
    expect((await record(alphaSales, deal.dealId))?.copies).toEqual([]);
    expect((await record(alphaAdmin, deal.dealId))?.copies).toHaveLength(1);
  });

  test("an id that is taken by something else copies nothing", async () => {
    const { typed: _, ...deal } = await rejectedDeal();
    const taken = await drafted(betaSales);
    expect(await does(alphaSales, copyDeal, { ...deal, copyId: taken })).toMatchObject({
      failure: { code: "not_found" },
    });
  });
});

test("20 times two presses at once make one copy, with the same answer", async () => {
  const { typed: _, ...deal } = await rejectedDeal();
  for (let pair = 0; pair < 20; pair += 1) {
    const copyId = newId();
    const press = () => does(alphaSales, copyDeal, { ...deal, copyId });
    const [first, second] = await Promise.all([press(), press()]);
    expect(done(first)).toEqual(done(second));
    expect(await sql("select 1 from event where subject_id = $1", [copyId])).toHaveLength(1);
  }
  expect(await sql("select 1 from deal where copied_from_id = $1", [deal.dealId])).toHaveLength(20);
});
