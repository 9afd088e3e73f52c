import { beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "@/kernel/actor";
import { addDays } from "@/kernel/dates";
import { replay } from "@/kernel/decision";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import { endWarnings } from "@/modules/deals/domain/protection";
import { partnerTasks, vendorTasks } from "@/modules/deals/queries/home";
import { endingSoon } from "@/modules/deals/repository/endings";
import { warnOfEndings } from "@/modules/deals/schedule";
import { withActor } from "@/server/db";
import { seedDemo } from "../../prisma/seed/demo";
import { testDatabaseUrl } from "../support/database";
import { fingerprint } from "../support/fingerprint";
import { noon, sql, today } from "../support/world";
import { actorNamed } from "./support/people";

type Stored = { facts: Facts; evaluation: Evaluation; body: PolicyBody };

async function count(statement: string): Promise<number> {
  const [row] = await sql<{ count: number }>(`select count(*)::int as count from ${statement}`);
  return row?.count ?? 0;
}

const tasksOf = (actor: PersonActor) => withActor(actor, (tx) => vendorTasks(tx, actor));

describe("the demo program", () => {
  beforeAll(async () => {
    await seedDemo(testDatabaseUrl(), noon);
  }, 300_000);

  test("every stored decision is the same when its rules are applied to its facts again", async () => {
    const stored = await sql<Stored>(
      `select b.facts, b.evaluation, v.body from decision d join decision_basis b on b.decision_id = d.id
       join policy_version v on v.id = d.policy_version_id`,
    );
    expect(stored.length).toBeGreaterThan(1000);
    expect(stored.filter((decision) => !replay(decision.body, decision).same)).toEqual([]);
  });

  test("every approval has its decision and its protection, and no two protections overlap", async () => {
    const approved = "deal d where d.status in ('approved', 'expired', 'released')";
    expect(await count(approved)).toBeGreaterThan(700);
    expect(
      await count(
        `${approved} and not exists (select 1 from decision where subject_id = d.id and outcome = 'approved')`,
      ),
    ).toBe(0);
    expect(await count(`${approved} and not exists (select 1 from protection where deal_id = d.id)`)).toBe(0);
    expect(
      await count(`protection a join protection b on a.id < b.id and a.account_id = b.account_id
        and a.product_line_id = b.product_line_id and a.role = b.role and a.period && b.period`),
    ).toBe(0);
  });

  test("a worker that starts gives no warning of what was seeded, and the ones of the next day on the next day", async () => {
    expect(await count("event where type = 'deal.protectionEnding' and historic")).toBeGreaterThan(0);
    expect(await warnOfEndings()(noon)).toBe(0);
    const tomorrow = { today: addDays(today, 1), zone: "Europe/Berlin", most: 1000 };
    const next = await withActor({ kind: "system", cause: "clock" }, (tx) =>
      endingSoon(tx, endWarnings.days, tomorrow),
    );
    expect(next.length).toBeGreaterThan(0);
    expect(next.filter(({ days, until }) => addDays(until, -days) !== tomorrow.today)).toEqual([]);
  });

  test("history ends with how each deal stands, and numbers follow the order of creation", async () => {
    const current = "deal d left join deal_history h on h.deal_id = d.id and h.valid_to is null";
    expect(await count(`${current} where (h.status, h.stage) is distinct from (d.status, d.stage)`)).toBe(0);
    const numbered =
      "(select created_at < lag(created_at) over (order by substr(number, 6)::int) as wrong from deal) n";
    expect(await count(`${numbered} where wrong`)).toBe(0);
    expect(await count("deal where number like '%-0001'")).toBe(1);
  });

  test("nothing has happened after the moment at which it plays, and no clock is due", async () => {
    const after = `> '${noon.toISOString()}'`;
    expect(await count(`event where at ${after}`)).toBe(0);
    expect(await count(`deal where updated_at ${after} or won_on > '${today}' or lost_on > '${today}'`)).toBe(0);
    const due = `due_at <= '${noon.toISOString()}'`;
    expect(await count(`clock where ${due} and stopped_at is null and fired_at is null`)).toBe(0);
  });

  test("some sixty partners in many countries and currencies, with standings and people of all kinds", async () => {
    expect(await count("partner")).toBeGreaterThanOrEqual(60);
    expect(await count("(select distinct country from partner) c")).toBeGreaterThanOrEqual(12);
    expect(await count("(select distinct currency from partner) c")).toBeGreaterThanOrEqual(4);
    const stages = await sql("select stage, count(*)::int from partner where stage <> 'active' group by 1 order by 1");
    expect(stages).toEqual([
      { stage: "former", count: 3 },
      { stage: "onboarding", count: 4 },
      { stage: "suspended", count: 2 },
    ]);
    const sizes = await sql<{ people: number }>(
      "select count(*)::int as people from person where partner_id is not null group by partner_id order by 1",
    );
    expect(sizes.at(0)?.people).toBe(1);
    expect(sizes.at(-1)?.people).toBeGreaterThanOrEqual(10);
    expect(
      await count("(select region_id from partner group by 1 having count(distinct channel_manager_id) > 1) r"),
    ).toBeGreaterThanOrEqual(4);
  });

  test("partners on board have no deals, those that fell silent none for six months, those that left none and no way in", async () => {
    expect(await count("deal d join partner p on p.id = d.partner_id where p.stage = 'onboarding'")).toBe(0);
    const silent = `partner p where stage = 'active' and exists (select from deal where partner_id = p.id)
      and not exists (select from deal where partner_id = p.id and created_at > timestamptz '${noon.toISOString()}' - interval '180 days')`;
    expect(await count(silent)).toBeGreaterThanOrEqual(4);
    const running = `deal d join partner p on p.id = d.partner_id where p.stage = 'former' and d.protected_until > '${today}'`;
    expect(await count(running)).toBe(0);
    expect(
      await count("person n join partner p on p.id = n.partner_id where p.stage = 'former' and disabled_at is null"),
    ).toBe(0);
  });

  test("two years with seasons: quarters end busily, August is still, and decisions are sometimes late", async () => {
    const months = await sql<{ month: string; deals: number }>(
      "select to_char(submitted_at, 'YYYY-MM') as month, count(*)::int as deals from deal where status <> 'draft' group by 1",
    );
    const of = (month: string) => months.find((line) => line.month === month)?.deals ?? 0;
    expect(months.length).toBeGreaterThanOrEqual(23);
    for (const year of [2025, 2026]) {
      expect(of(`${year}-08`)).toBeLessThan(of(`${year}-06`) * 0.6);
      expect(of(`${year}-09`)).toBeGreaterThan(of(`${year}-08`) * 1.6);
    }
    expect(await count("event where type = 'deal.escalated'")).toBeGreaterThan(10);
    expect(await count("deal where decision_minutes > 960")).toBeGreaterThan(10);
  });

  test("Jonas has about ten to decide, none of them overdue, and wins to confirm", async () => {
    const tasks = await tasksOf(await actorNamed("Jonas Lindqvist"));
    const decisions = tasks.filter(({ kind }) => kind === "decide");
    expect(decisions).toHaveLength(10);
    expect(decisions.every(({ deal }) => deal.can.decide && deal.dueAt !== null && deal.dueAt > noon)).toBe(true);
    expect(tasks.filter(({ kind }) => kind === "confirm_win").length).toBeGreaterThanOrEqual(3);
    const late = (await tasksOf(await actorNamed("Ines Carvalho"))).find(({ kind }) => kind === "decide");
    expect(late?.deal.customer).toBe("Hanse Maritim Reederei GmbH & Co. KG");
  });

  test("Lena has seven things to do: a question, three protections that end, three drafts", async () => {
    const lena = await actorNamed("Lena Brandt");
    const tasks = await withActor(lena, (tx) => partnerTasks(tx, lena, today));
    const kinds = tasks.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(["answer", ...Array(3).fill("finish_draft"), ...Array(3).fill("protection_ends")]);
  });

  test("a database with data is left as it is, and the refusal says what to do", async () => {
    const before = await fingerprint();
    await expect(seedDemo(testDatabaseUrl(), noon)).rejects.toThrow(/has data .*Create an empty database/s);
    expect(await fingerprint()).toEqual(before);
  });

  test("the same moment gives the same rows", async () => {
    const first = await fingerprint();
    const tables = Object.keys(first).filter((name) => !["reason_code", "record_kind", "workflow_move"].includes(name));
    await sql(`truncate ${tables.join(", ")}, identity.credential, identity.session restart identity cascade`);
    await sql("select setval('deal_number', 1, false)");
    await seedDemo(testDatabaseUrl(), noon);
    expect(await fingerprint()).toEqual(first);
  }, 300_000);
});
