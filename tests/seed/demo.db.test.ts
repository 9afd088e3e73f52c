import { beforeAll, describe, expect, test } from "vitest";
import { replay } from "@/kernel/decision";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import { seedDemo } from "../../prisma/seed/demo";
import { testDatabaseUrl } from "../support/database";
import { noon, sql } from "../support/world";

type Stored = { facts: Facts; evaluation: Evaluation; body: PolicyBody };

async function count(statement: string): Promise<number> {
  const [row] = await sql<{ count: number }>(`select count(*)::int as count from ${statement}`);
  return row?.count ?? 0;
}

describe("the demo program", () => {
  beforeAll(async () => {
    await seedDemo(testDatabaseUrl(), noon);
  }, 120_000);

  test("every stored decision is the same when its rules are applied to its facts again", async () => {
    const stored = await sql<Stored>(
      `select b.facts, b.evaluation, v.body from decision d join decision_basis b on b.decision_id = d.id
       join policy_version v on v.id = d.policy_version_id`,
    );
    expect(stored.length).toBeGreaterThan(400);
    expect(stored.filter((decision) => !replay(decision.body, decision).same)).toEqual([]);
  });

  test("every approval has its decision and its protection, and no two protections overlap", async () => {
    const approved = "deal d where d.status in ('approved', 'expired')";
    expect(await count(approved)).toBeGreaterThan(250);
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

  test("history ends with how each deal stands, and numbers follow the order of creation", async () => {
    const current = "deal d left join deal_history h on h.deal_id = d.id and h.valid_to is null";
    expect(await count(`${current} where (h.status, h.stage) is distinct from (d.status, d.stage)`)).toBe(0);
    const numbered =
      "(select created_at < lag(created_at) over (order by substr(number, 6)::int) as wrong from deal) n";
    expect(await count(`${numbered} where wrong`)).toBe(0);
    expect(await count("deal where number like '%-0001'")).toBe(1);
  });

  test("it is lively: reviews of one manager, one of them late, a question, wins to confirm, drafts", async () => {
    const ofJonas =
      "deal d join person p on p.id = d.reviewer_id where d.status = 'in_review' and p.name = 'Jonas Lindqvist'";
    expect(await count(ofJonas)).toBe(11);
    expect(await count(`${ofJonas} and d.due_at < '${noon.toISOString()}'`)).toBe(1);
    expect(await count("deal where status = 'needs_info' and question is not null")).toBe(2);
    expect(await count("deal where win_reported_at is not null and win_confirmed_at is null")).toBeGreaterThanOrEqual(
      3,
    );
    expect(await count("deal where status = 'draft'")).toBe(3);
  });

  test("a database with data is left as it is", async () => {
    const before = await count("deal");
    await expect(seedDemo(testDatabaseUrl(), noon)).rejects.toThrow("This database has data");
    expect(await count("deal")).toBe(before);
  });
});
