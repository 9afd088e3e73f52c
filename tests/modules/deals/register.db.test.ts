import { beforeAll, describe, expect, test } from "vitest";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { confirmWin } from "@/modules/deals/use-cases/confirm-win";
import { rejectDeal } from "@/modules/deals/use-cases/reject-deal";
import { reportWin } from "@/modules/deals/use-cases/report-win";
import { returnDeal } from "@/modules/deals/use-cases/return-deal";
import { submitDeal } from "@/modules/deals/use-cases/submit-deal";
import { withdrawDeal } from "@/modules/deals/use-cases/withdraw-deal";
import { dealRow, does, done, drafted, submitted } from "../../support/deals";
import { content, idOf, seedWorld, sql, today, world } from "../../support/world";

const { alphaSales, alphaAdmin, alphaOther, betaSales, manager, owner, finance, executive } = world;
const customer = (name: string, country = "DE") => ({
  name,
  website: `${name.toLowerCase().replaceAll(" ", "-")}.com`,
  country,
});

beforeAll(async () => {
  await seedWorld();
});

test("[DEAL-13] an eligible, conflict-free registration is approved at once, with the trace stored and the scope protected", async () => {
  const deal = await submitted(alphaSales, { customer: customer("Straight Through") });
  expect(deal.outcome).toBe("approved");
  const [decision] = await sql(
    "select d.*, b.facts from decision d join decision_basis b on b.decision_id = d.id where subject_id = $1",
    [deal.dealId],
  );
  expect(decision).toMatchObject({ outcome: "approved", reason_code: "all_rules_met", decider_kind: "system" });
  expect(decision?.evaluation.rules.length).toBeGreaterThan(5);
  const [protection] = await sql(
    "select lower(period)::text as from, upper(period)::text as until from protection where deal_id = $1",
    [deal.dealId],
  );
  expect(protection).toEqual({ from: today, until: "2027-02-23" });
  const events = await sql("select type from event where subject_id = $1 order by sequence", [deal.dealId]);
  expect(events.map((event) => event.type)).toEqual(["deal.drafted", "deal.submitted", "deal.approvedByRule"]);
});

describe("what the rules leave to a person", () => {
  test("[DEAL-17] goes to the partner's manager with a clock of business hours", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("Over Limit"),
      amount: { amount: "150000.01", currency: "EUR" },
    });
    expect(deal.outcome).toBe("in_review");
    const row = await dealRow(deal.dealId);
    // Sixteen business hours from Wednesday noon: five today, eight tomorrow, three on Friday.
    expect(row).toMatchObject({
      status: "in_review",
      reviewer_id: manager.personId,
      due_at: new Date("2026-11-27T11:00:00Z"),
    });
  });

  test("[DEAL-05] the manager approves, and the customer is protected", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("Approved By Hand"),
      amount: { amount: "200000", currency: "EUR" },
    });
    const { version } = await dealRow(deal.dealId);
    done(await does(manager, approveDeal, { dealId: deal.dealId, version, note: "Good luck." }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "approved" });
    const decisions = await sql(
      "select outcome, decider_name, note from decision where subject_id = $1 order by decided_at, id",
      [deal.dealId],
    );
    expect(decisions.at(-1)).toMatchObject({ outcome: "approved", decider_name: manager.name, note: "Good luck." });
  });

  test("[DEAL-03] a rejection without a coded reason or a note is refused at the field, and nothing changes", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("No Reason"),
      amount: { amount: "200000", currency: "EUR" },
    });
    const { version } = await dealRow(deal.dealId);
    const result = await does(manager, rejectDeal, { dealId: deal.dealId, version, reason: "", note: " " });
    expect(result).toEqual({
      ok: false,
      failure: { code: "invalid", fields: { reason: "deals.errors.reasonMissing", note: "deals.errors.noteMissing" } },
    });
    const note = "No budget is named.";
    expect(await does(manager, rejectDeal, { dealId: deal.dealId, version, reason: "because", note })).toMatchObject({
      failure: { code: "invalid", fields: { reason: expect.any(String) } },
    });
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "in_review", version });
    done(await does(manager, rejectDeal, { dealId: deal.dealId, version, reason: "not_qualified", note }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "rejected" });
  });

  test("[DEAL-03] is sent back with a question, answered, and decided under the version it was first submitted under", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("With Question"),
      amount: { amount: "200000", currency: "EUR" },
    });
    const first = await dealRow(deal.dealId);
    done(
      await does(manager, returnDeal, { dealId: deal.dealId, version: first.version, question: "Which unit signs?" }),
    );
    const asked = await dealRow(deal.dealId);
    expect(asked.status).toBe("needs_info");
    const again = content({ customer: customer("With Question"), amount: { amount: "200000", currency: "EUR" } });
    const answer = { dealId: deal.dealId, version: asked.version, content: again, answer: "The Munich unit." };
    expect(done(await does(alphaSales, submitDeal, answer)).outcome).toBe("in_review");
    const clocks = await sql("select kind from clock where subject_id = $1 and stopped_at is null", [deal.dealId]);
    expect(clocks.map((clock) => clock.kind)).toEqual(["deal.review"]);
  });

  test("nobody decides their own entry, and a program owner only what was given to them", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("Four Eyes"),
      amount: { amount: "200000", currency: "EUR" },
    });
    const { version } = await dealRow(deal.dealId);
    for (const actor of [alphaSales, owner, finance, executive]) {
      expect(await does(actor, approveDeal, { dealId: deal.dealId, version, note: "" }), actor.name).toEqual({
        ok: false,
        failure: { code: "forbidden" },
      });
    }
  });

  test("the partner takes it back before it is decided", async () => {
    const deal = await submitted(alphaSales, {
      customer: customer("Taken Back"),
      amount: { amount: "200000", currency: "EUR" },
    });
    const { version } = await dealRow(deal.dealId);
    done(await does(alphaSales, withdrawDeal, { dealId: deal.dealId, version }));
    expect(await dealRow(deal.dealId)).toMatchObject({ status: "withdrawn" });
    expect(await sql("select 1 from clock where subject_id = $1 and stopped_at is null", [deal.dealId])).toEqual([]);
  });
});

describe("[DEAL-04] a duplicate raises a conflict with evidence for the vendor and none for the partner", () => {
  test.each([
    ["the same customer", { name: "Bergfeld Logistik GmbH", website: "https://www.bergfeld.de/", country: "DE" }],
    [
      "a variant of the name",
      { name: "BERGFELD-LOGISTIK Gesellschaft mit beschränkter Haftung", website: "bergfeld-group.com", country: "DE" },
    ],
    ["the same domain", { name: "BFL Holding", website: "shop.bergfeld.de", country: "AT" }],
  ])("by %s", async (_what, typed) => {
    const first = await sql("select 1 from deal where customer_name = 'Bergfeld Logistik GmbH' and partner_id = $1", [
      idOf("beta"),
    ]);
    if (first.length === 0)
      await submitted(betaSales, {
        customer: { name: "Bergfeld Logistik GmbH", website: "bergfeld.de", country: "DE" },
      });
    const deal = await submitted(alphaSales, { customer: typed });
    expect(deal.outcome).toBe("in_review");
    const [conflict] = await sql("select class, score, evidence, other from deal_conflict where deal_id = $1", [
      deal.dealId,
    ]);
    expect(conflict).toMatchObject({ class: "protected_registration", score: 100 });
    const [decision] = await sql("select evaluation::text as seen from decision where subject_id = $1", [deal.dealId]);
    expect(decision?.seen).not.toMatch(/beta|bergfeld|score"|protected_score/i);
  });
});

test("a partner's own second product at the same customer is no conflict with itself", async () => {
  const same = customer("Two Products");
  expect((await submitted(alphaSales, { customer: same })).outcome).toBe("approved");
  expect((await submitted(alphaSales, { customer: same, productLineId: idOf("streams") })).outcome).toBe("approved");
});

test("[DEAL-06] complementary roles at one customer are no conflict", async () => {
  const same = customer("Two Roles");
  expect((await submitted(alphaSales, { customer: same })).outcome).toBe("approved");
  expect((await submitted(betaSales, { customer: same, partnerRole: "implementing" })).outcome).toBe("approved");
});

test("a win counts once somebody else confirms it, in the reporting currency of the day, and ends the protection", async () => {
  const deal = await submitted(alphaSales, { customer: customer("Won In Dollars") });
  const { version } = await dealRow(deal.dealId);
  const win = {
    dealId: deal.dealId,
    version,
    wonOn: today,
    amount: { amount: "50000", currency: "USD" },
    orderReference: "PO-77",
  };
  done(await does(alphaSales, reportWin, win));
  expect(await does(alphaAdmin, confirmWin, { dealId: deal.dealId, version: version + 1 })).toEqual({
    ok: false,
    failure: { code: "forbidden" },
  });
  done(await does(finance, confirmWin, { dealId: deal.dealId, version: version + 1 }));
  const [row] = await sql(
    "select won_reporting_amount::int as amount, won_rate_day::text as day from deal where id = $1",
    [deal.dealId],
  );
  expect(row).toEqual({ amount: 4_000_000, day: "2026-01-02" });
  const [protection] = await sql("select upper(period)::text as until from protection where deal_id = $1", [
    deal.dealId,
  ]);
  expect(protection?.until).toBe("2026-11-26");
});

test("a colleague with sales role does not see another's deal; the admin of the company does", async () => {
  const dealId = await drafted(alphaSales);
  expect(await does(alphaOther, withdrawDeal, { dealId, version: 1 })).toEqual({
    ok: false,
    failure: { code: "not_found", entity: "deal" },
  });
  expect(done(await does(alphaAdmin, withdrawDeal, { dealId, version: 1 })).dealId).toBe(dealId);
});
