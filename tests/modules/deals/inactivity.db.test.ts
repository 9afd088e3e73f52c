import { beforeAll, beforeEach, expect, test } from "vitest";
import { addDays, startOfDay } from "@/kernel/dates";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { dealClocks } from "@/modules/deals/schedule";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { releaseDeal } from "@/modules/deals/use-cases/release-deal";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { fireDueClocks } from "@/server/worker";
import { withoutPresales } from "../../../prisma/seed/program";
import { loadPolicy } from "../../../scripts/lib/policy-file";
import { dealRow, does, done, submitted } from "../../support/deals";
import { publishedRules, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales } = world;
const { clocks, settings, tables, values } = loadPolicy("samples/programs/new-customers-six-months.json").body;
const classic = withoutPresales(registrationPolicy(15_000_000));
const body = { ...classic, tables, values, clocks, settings: { ...classic.settings, ...settings } };

beforeAll(async () => {
  await seedWorld();
  await publishedRules(2, body);
});

let turn = 0;
beforeEach(() => {
  turn += 1;
});

const approved = async (word = "Quiet") => {
  const { dealId } = await submitted(alphaSales, {
    customer: { name: `${word} ${turn} Works`, website: `${word.toLowerCase()}-${turn}.de`, country: "DE" },
  });
  return dealId;
};
/** The first moment of so many days after the approval; clocks fire in the order of their stages. */
const on = (days: number) => startOfDay(addDays(today, days), "Europe/Berlin");
const pass = (days: number) => fireDueClocks(dealClocks, on(days));
const told = async (dealId: string) =>
  (
    await sql<{ type: string }>(
      "select type from event where subject_id = $1 and type in ('deal.inactivityWarned', 'deal.releasedByRule') order by sequence",
      [dealId],
    )
  ).map(({ type }) => type);
const running = (dealId: string) =>
  sql(
    "select 1 from clock where subject_id = $1 and kind = 'deal.inactivity' and stopped_at is null and fired_at is null",
    [dealId],
  );

test("[DEAL-05] a protection nobody works on ends by the rules, after a warning, and it is logged with its reason", async () => {
  const dealId = await approved();
  await pass(60);
  expect(await told(dealId)).toEqual([]);
  await pass(61);
  expect(await told(dealId)).toEqual(["deal.inactivityWarned"]);
  const [warning] = await sql<{ data: object }>(
    "select data from event where subject_id = $1 and type = 'deal.inactivityWarned'",
    [dealId],
  );
  expect(warning?.data).toEqual({ endsOn: addDays(today, 76) });
  await pass(75);
  expect((await dealRow(dealId)).status).toBe("approved");
  await Promise.all([pass(76), pass(76)]);
  expect(await told(dealId)).toEqual(["deal.inactivityWarned", "deal.releasedByRule"]);
  expect((await dealRow(dealId)).status).toBe("released");
  const [protection] = await sql("select upper(period)::text as until from protection where deal_id = $1", [dealId]);
  expect(protection).toEqual({ until: addDays(today, 77) });
  const [decision] = await sql(
    "select outcome, reason_code, decider_kind from decision where subject_id = $1 order by decided_at desc limit 1",
    [dealId],
  );
  expect(decision).toEqual({ outcome: "released", reason_code: "inactive", decider_kind: "system" });
});

test("[DEAL-05] a sign of work begins the time anew, also after the warning", async () => {
  const dealId = await approved();
  await pass(61);
  const { version } = await dealRow(dealId);
  done(await does(alphaSales, changeStage, { dealId, version, stage: "proposal" }, on(70)));
  await pass(76);
  expect((await dealRow(dealId)).status).toBe("approved");
  await pass(130);
  expect(await told(dealId)).toEqual(["deal.inactivityWarned"]);
  await pass(131);
  expect(await told(dealId)).toEqual(["deal.inactivityWarned", "deal.inactivityWarned"]);
});

test("[DEAL-05] a sale that does not come far enough in time loses its protection after a warning, however busy it is", async () => {
  const [slow, far] = [await approved("Slow"), await approved("Far")];
  for (const [dealId, stage] of [
    [slow, "qualified"],
    [far, "proposal"],
  ] as const) {
    const { version } = await dealRow(dealId);
    done(await does(alphaSales, changeStage, { dealId, version, stage }, on(60)));
  }
  await pass(61);
  await pass(101);
  await pass(115);
  const events = await sql(
    "select data ->> 'endsOn' as ends from event where subject_id = $1 and type = 'deal.milestoneWarned'",
    [slow],
  );
  expect(events).toEqual([{ ends: addDays(today, 116) }]);
  expect((await dealRow(slow)).status).toBe("approved");
  await pass(116);
  expect([(await dealRow(slow)).status, (await dealRow(far)).status]).toEqual(["released", "approved"]);
  const [decision] = await sql(
    "select reason_code from decision where subject_id = $1 order by decided_at desc limit 1",
    [slow],
  );
  expect(decision).toEqual({ reason_code: "milestone_missed" });
});

test("nothing runs on for a sale that is won or given up", async () => {
  const [won, released] = [
    await approved(),
    await submitted(alphaSales, {
      customer: { name: `Given Up ${turn}`, website: `given-up-${turn}.de`, country: "DE" },
    }).then(({ dealId }) => dealId),
  ];
  const amount = { amount: "100", currency: "EUR" };
  const reference = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
  done(await does(alphaSales, reportWin, { ...(await reference(won)), wonOn: today, amount, orderReference: "PO-1" }));
  done(await does(alphaSales, releaseDeal, { ...(await reference(released)), reason: "not_pursued" }));
  expect(await running(released)).toEqual([]);
  await pass(61);
  await pass(76);
  expect([await told(won), await told(released)]).toEqual([[], []]);
  expect((await dealRow(won)).status).toBe("approved");
});

test("rules without such stages leave a protection alone", async () => {
  await publishedRules(3, classic);
  expect(await running(await approved())).toEqual([]);
});
