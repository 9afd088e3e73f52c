import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/kernel/dates";
import { recordDeal } from "@/modules/deals/queries/record-deal";
import { askRevocation } from "@/modules/deals/use-cases/ask-revocation";
import { confirmRevocation } from "@/modules/deals/use-cases/confirm-revocation";
import { copyDeal } from "@/modules/deals/use-cases/copy-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { withActor } from "@/server/db";
import { newId } from "@/server/ids";
import { dealRow, does, done, submitted } from "../../support/deals";
import { noon, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, betaSales, manager, owner } = world;
const tomorrow = new Date(noon.getTime() + 86_400_000);

let turn = 0;
async function protectedDeal() {
  turn += 1;
  const customer = { name: `Lost ${turn} Works`, website: `lost-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer });
  return { dealId, version: (await dealRow(dealId)).version, customer };
}
const loss = { reason: "competitor", lostOn: addDays(today, -3) };

beforeAll(async () => {
  await seedWorld();
});

test("[DEAL-05] a reported loss ends the protection today, so that tomorrow others are approved", async () => {
  const { dealId, version, customer } = await protectedDeal();
  done(await does(alphaSales, reportLoss, { dealId, version, ...loss }));
  const [ended] = await sql<{ deal: string; protection: string; clocks: number }>(
    `select d.protected_until::text as deal, upper(p.period)::text as protection,
       (select count(*)::int from clock c where c.subject_id = d.id and c.stopped_at is null and c.fired_at is null) as clocks
     from deal d join protection p on p.deal_id = d.id where d.id = $1`,
    [dealId],
  );
  expect(ended).toEqual({ deal: addDays(today, 1), protection: addDays(today, 1), clocks: 0 });
  expect(await dealRow(dealId)).toMatchObject({ status: "approved", stage: "lost" });
  expect((await submitted(betaSales, { customer })).outcome).toBe("in_review");
  expect((await submitted(betaSales, { customer }, tomorrow)).outcome).toBe("approved");
});

test("the day it ended, the reason and the day of the loss are on record for both sides", async () => {
  const { dealId, version } = await protectedDeal();
  done(await does(alphaSales, reportLoss, { dealId, version, ...loss }));
  for (const actor of [alphaSales, manager]) {
    const record = await withActor(actor, (tx) => recordDeal(tx, actor, dealId, noon, "Europe/Berlin"));
    expect(record).toMatchObject({ loss: { on: loss.lostOn, reason: loss.reason }, protectedThrough: today });
    expect(record?.can).toMatchObject({ release: false, askRevocation: false, askExtension: false });
  }
  const told = await sql("select audience, data from event where subject_id = $1 and type = 'deal.lost'", [dealId]);
  expect(told).toEqual([{ audience: "all", data: { ...loss, endsOn: today } }]);
});

test("a customer who comes back is registered again", async () => {
  const { dealId, version } = await protectedDeal();
  done(await does(alphaSales, reportLoss, { dealId, version, ...loss }));
  done(await does(alphaSales, copyDeal, { dealId, version: version + 1, copyId: newId() }));
});

test("a revocation nobody has confirmed lapses with it", async () => {
  const { dealId, version } = await protectedDeal();
  done(await does(manager, askRevocation, { dealId, version, cause: "no_activity", note: "Nothing happened." }));
  done(await does(alphaSales, reportLoss, { dealId, version, ...loss }));
  expect(await does(owner, confirmRevocation, { dealId, version: version + 1 })).toEqual({
    ok: false,
    failure: { code: "conflict", entity: "deal", reason: "deals.errors.revocationAnswered" },
  });
});

test("a loss after the protection expired changes the sale only", async () => {
  const { dealId, version } = await protectedDeal();
  await sql("update deal set status = 'expired', protected_until = $2 where id = $1", [dealId, addDays(today, -1)]);
  done(await does(alphaSales, reportLoss, { dealId, version, ...loss }));
  const [row] = await sql("select status, protected_until::text as until from deal where id = $1", [dealId]);
  expect(row).toEqual({ status: "expired", until: addDays(today, -1) });
});
