import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/kernel/dates";
import { replay } from "@/kernel/decision";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import { endWarnings } from "@/modules/deals/domain/protection";
import { endingSoon } from "@/modules/deals/repository/endings";
import { warnOfEndings } from "@/modules/deals/schedule";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { changeStage } from "@/modules/deals/use-cases/change-stage";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { reportLoss } from "@/modules/deals/use-cases/report-loss";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { withActor } from "@/server/db";
import { productId } from "../../prisma/seed/ids";
import { type Loaded, seedLoad } from "../../prisma/seed/load/load";
import { catalogueText } from "../../scripts/lib/catalogue";
import { testDatabaseUrl } from "../support/database";
import { dealRow, does, done, drafted } from "../support/deals";
import { fingerprint } from "../support/fingerprint";
import { content, noon, sql, today } from "../support/world";
import { actorOfEmail } from "./support/people";

const size = { deals: 3000, partners: 60, accounts: 900 };
const catalogue = () => catalogueText({ query: async (text) => ({ rows: await sql<{ line: string }>(text) }) });

async function count(statement: string): Promise<number> {
  const [row] = await sql<{ count: number }>(`select count(*)::int as count from ${statement}`);
  return row?.count ?? 0;
}

describe("the load program", () => {
  let loaded: Loaded;
  let before: string;

  beforeAll(async () => {
    before = await catalogue();
    loaded = await seedLoad(testDatabaseUrl(), noon, size);
  }, 300_000);

  test("has the size that was asked for, no demo sign-in, and leaves every index, constraint and trigger as it was", async () => {
    expect(loaded.rows).toMatchObject({ deal: size.deals, account: size.accounts });
    expect(await count("partner")).toBe(size.partners);
    expect(await sql("select demo from installation")).toEqual([{ demo: false }]);
    expect(await catalogue()).toBe(before);
    expect(await count("pg_trigger where tgenabled <> 'O' and not tgisinternal")).toBe(0);
  });

  test("is skewed and seasonal as life is: a few partners have most deals, August is still, reviews are sometimes late", async () => {
    const [share] = await sql<{ share: number }>(
      `select sum(deals) filter (where place <= ${size.partners / 10})::float / sum(deals) as share
       from (select count(*) as deals, row_number() over (order by count(*) desc) as place from deal group by partner_id) p`,
    );
    expect(share?.share).toBeGreaterThan(0.25);
    const inMonth = (month: string) => count(`deal where to_char(submitted_at, 'YYYY-MM') = '${month}'`);
    expect(await inMonth("2026-08")).toBeLessThan((await inMonth("2026-09")) * 0.6);
    expect(await count("event where type = 'deal.escalated'")).toBeGreaterThan(20);
    for (const status of ["approved", "draft", "expired", "in_review", "rejected", "released", "withdrawn"])
      expect(await count(`deal where status = '${status}'`), status).toBeGreaterThan(0);
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

  test("no two protections overlap, and every approval has one", async () => {
    expect(
      await count(`protection a join protection b on a.id < b.id and a.account_id = b.account_id
        and a.product_line_id = b.product_line_id and a.role = b.role and a.period && b.period`),
    ).toBe(0);
    const granted = "deal d where d.status in ('approved', 'expired', 'released')";
    expect(await count(`${granted} and not exists (select from protection where deal_id = d.id)`)).toBe(0);
    expect(await count("protection p join deal d on d.id = p.deal_id where upper(p.period) <> d.protected_until")).toBe(
      0,
    );
  });

  test("every decision is the same when its rules are applied to its facts again", async () => {
    const stored = await sql<{ facts: Facts; evaluation: Evaluation; body: PolicyBody }>(
      `select b.facts, b.evaluation, v.body from decision d join decision_basis b on b.decision_id = d.id
       join policy_version v on v.id = d.policy_version_id`,
    );
    expect(stored.length).toBeGreaterThan(size.deals);
    expect(stored.filter((decision) => !replay(decision.body, decision).same)).toEqual([]);
  });

  test("history is whole: it ends with how each deal stands, without gaps, and nothing happens after the moment", async () => {
    const current = "deal d left join deal_history h on h.deal_id = d.id and h.valid_to is null";
    expect(await count(`${current} where (h.status, h.stage) is distinct from (d.status, d.stage)`)).toBe(0);
    const next = "lead(valid_from) over (partition by deal_id order by valid_from)";
    expect(
      await count(`(select valid_to, ${next} as next from deal_history) h where valid_to is distinct from next`),
    ).toBe(0);
    const after = `> '${noon.toISOString()}'`;
    expect(await count(`event where at ${after}`)).toBe(0);
    expect(
      await count(`clock where due_at <= '${noon.toISOString()}' and stopped_at is null and fired_at is null`),
    ).toBe(0);
    expect(
      await count(
        "(select created_at < lag(created_at) over (order by substr(number, 6)::int) as wrong from deal) n where wrong",
      ),
    ).toBe(0);
  });

  test("its rows have the shape of those that use cases leave, so it can go on from there", async () => {
    const shapes = async (mine: boolean) => {
      const which = `(select id from deal where origin = 'partner' and need ${mine ? "=" : "<>"} 'made by use cases')`;
      const keys = (table: string, column: string, by: string, key: string) =>
        `select '${table} ' || ${by} || ' ' || (select string_agg(k, ' ' order by k) from jsonb_object_keys(${column}) k) as shape from ${table} where ${key} in ${which}`;
      const nulls = (table: string, by: string, key: string) =>
        `select '${table} ' || ${by} || ' ' || (select string_agg(k, ' ' order by k) from jsonb_each(to_jsonb(t)) e (k, v) where v <> 'null') as shape from ${table} t where ${key} in ${which}`;
      const statements = [
        keys("event", "data", "type", "subject_id"),
        keys("decision", "evaluation", "outcome", "subject_id"),
        nulls("decision", "outcome || decider_kind", "subject_id"),
        nulls("deal", "status || stage || (win_confirmed_at is not null)", "id"),
        nulls("deal_conflict", "class", "deal_id"),
        nulls("clock", "kind || (stopped_at is null)", "subject_id"),
        nulls("protection", "role", "deal_id"),
        "select 'typed ' || (select string_agg(k, ' ' order by k) from jsonb_object_keys(typed) k) as shape from deal where id in " +
          which,
      ];
      return new Set((await sql<{ shape: string }>(statements.join(" union "))).map(({ shape }) => shape));
    };
    await useCases(loaded);
    const [made, told] = [await shapes(true), await shapes(false)];
    expect(made.size).toBeGreaterThan(25);
    expect([...made].filter((shape) => !told.has(shape))).toEqual([]);
  });

  test("the same size and moment give the same rows", async () => {
    const tables = Object.keys(await fingerprint()).filter(
      (name) => !["reason_code", "record_kind", "workflow_move"].includes(name),
    );
    const again = async () => {
      await sql(`truncate ${tables.join(", ")}, identity.credential, identity.session restart identity cascade`);
      await seedLoad(testDatabaseUrl(), noon, { deals: 400, partners: 30, accounts: 200 });
      return fingerprint();
    };
    expect(await again()).toEqual(await again());
  }, 300_000);
});

/** What a partner and its manager do in a loaded program, one deal for each way it can go. */
async function useCases({ actors }: Loaded): Promise<void> {
  const of = async (role: string) => actorOfEmail(actors.find((actor) => actor.role === role)?.email ?? "");
  const seller = await of("partner_sales");
  const [line] = await sql<{ email: string }>(
    "select m.email from partner p join person m on m.id = p.channel_manager_id where p.id = $1",
    [seller.partnerId],
  );
  const manager = await actorOfEmail(line?.email ?? "");
  const begin = async (amount: string, number: number) => {
    const dealId = await drafted(seller);
    const input = content({
      customer: { name: `Use Case ${number} GmbH`, website: `use-case-${number}.example`, country: "DE" },
      productLineId: productId("edge"),
      amount: { amount, currency: "EUR" },
      need: "made by use cases",
    });
    done(await does(seller, submitDeal, { dealId, version: 1, content: input }));
    return dealId;
  };
  const version = async (dealId: string) => ({ dealId, version: (await dealRow(dealId)).version });
  const small = await begin("40000", 1);
  done(await does(seller, changeStage, { ...(await version(small)), stage: "proposal" }));
  const won = { wonOn: today, amount: { amount: "40000", currency: "EUR" }, orderReference: "PO-1" };
  done(await does(seller, reportWin, { ...(await version(small)), ...won }));
  done(await does(manager, confirmWin, await version(small)));
  const large = await begin("400000", 2);
  done(await does(manager, approveDeal, { ...(await version(large)), note: "" }));
  done(await does(seller, reportLoss, { ...(await version(large)), reason: "price", lostOn: today }));
  const refused = await begin("400000", 3);
  done(
    await does(manager, rejectDeal, { ...(await version(refused)), reason: "not_qualified", note: "No project yet." }),
  );
  const taken = await begin("400000", 4);
  done(await does(seller, withdrawDeal, await version(taken)));
  const asked = await begin("400000", 5);
  done(await does(manager, returnDeal, { ...(await version(asked)), question: "Which unit signs?" }));
  await begin("400000", 6);
}
