import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { evaluate, type Facts } from "@/kernel/policy";
import { withRanks } from "@/kernel/policy/ranking";
import { takesEffect } from "@/kernel/policy/schedule";
import { lint, lintFor } from "@/kernel/policy-lint";
import { grantOf, reviewTerms } from "@/modules/deals/domain/registration";
import { reviewStages } from "@/modules/deals/domain/stages";
import { registrationContract, type registrationFacts } from "@/modules/deals/facts";
import { loadFacts, loadPolicy } from "../../scripts/lib/policy-file";

const folder = "samples/programs";
const program = (name: string) => loadPolicy(`${folder}/${name}.json`);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test.each(files)("%s has no finding", (name) => {
  const { body, declarations } = loadPolicy(`${folder}/${name}`);
  expect(lint(body, declarations)).toEqual([]);
});

const known = {
  "deal.amount": 2_000_000,
  "deal.type": "new",
  "deal.product_line": "lakehouse",
  "deal.role": "selling",
  "deal.days_to_close": 60,
  "deal.need_described": true,
  "customer.country": "DE",
  "customer.named_account": "no",
  "customer.in_territory": true,
  "partner.territory": "DACH",
  "partner.stage": "active",
  "partner.tier": "gold",
  "partner.approved_deals": 3,
  "conflict.protected_score": 0,
  "conflict.engaged_score": 0,
  "conflict.existing_customer": false,
  "conflict.scope_free": true,
} satisfies Record<(typeof registrationFacts)[number]["id"], Facts[string]>;

describe("a registration under", () => {
  const says = (name: string, facts: Facts = {}) => {
    const evaluation = evaluate(program(name).body, { ...known, ...facts });
    const { protectionDays, benefitBasisPoints } = grantOf(evaluation);
    return [evaluation.verdict, protectionDays, benefitBasisPoints];
  };

  test.each<[string, Facts, unknown[]]>([
    ["classic-90-days", {}, ["approve", 90, 1200]],
    ["classic-90-days", { "deal.amount": 15_000_000 }, ["approve", 90, 1200]],
    ["classic-90-days", { "deal.amount": 15_000_000, "customer.country": "AT" }, ["review", 90, 1200]],
    ["classic-90-days", { "deal.type": "renewal" }, ["approve", 30, 500]],
    ["staged-review-60-days", {}, ["approve", 60, 1200]],
    ["staged-review-60-days", { "partner.tier": "silver", "deal.type": "expansion" }, ["approve", 60, 500]],
    ["staged-review-60-days", { "deal.amount": 10_000_000 }, ["review", 90, 1200]],
    ["staged-review-60-days", { "deal.amount": 10_000_000, "deal.days_to_close": 200 }, ["ask", 90, 1200]],
    ["staged-review-60-days", { "deal.amount": 10_000_000, "deal.need_described": false }, ["ask", 90, 1200]],
    ["staged-review-60-days", { "deal.amount": null }, ["review", 60, 1200]],
    ["new-customers-six-months", {}, ["approve", 183, 600]],
    ["new-customers-six-months", { "deal.type": "renewal" }, ["reject", 183, 600]],
    ["new-customers-six-months", { "conflict.existing_customer": true }, ["reject", 183, 600]],
    ["new-customers-six-months", { "deal.amount": 25_000_000 }, ["approve", 183, 1000]],
    ["new-customers-six-months", { "deal.amount": 999_999 }, ["reject", 183, 600]],
  ])("%s %j", (name, facts, expected) => expect(says(name, facts)).toEqual(expected));

  test.each(["classic-90-days", "staged-review-60-days", "new-customers-six-months"])(
    "%s has the deadlines the product asks for",
    (name) => expect(reviewTerms(program(name).body).reviewMinutes).toBeGreaterThan(0),
  );
});

describe("the same cases come out as each program says", () => {
  const names = ["classic-90-days", "staged-review-60-days", "new-customers-six-months"] as const;
  type Row = [about: string, facts: Facts, ...outcomes: string[]];
  // Verdict, days of protection, benefit, and the stages of a review nobody decides.
  const told = (name: string, facts: Facts) => {
    const { body } = program(name);
    const entry = { ...known, ...facts };
    const evaluation = evaluate(body, entry);
    const { protectionDays, benefitBasisPoints } = grantOf(evaluation);
    const stages = reviewStages(body, entry).map(
      ({ who, late }) => `${who === "program_owner" ? "owner" : "manager"} ${late}`,
    );
    const review = evaluation.verdict === "review" ? `: ${stages.join(", ")}` : "";
    return `${evaluation.verdict} ${protectionDays} ${benefitBasisPoints}${review}`;
  };
  const staged = "manager remind, manager escalate";
  const cases: Row[] = [
    ["a small new customer", {}, "approve 90 1200", "approve 60 1200", "approve 183 600"],
    [
      "a large one",
      { "deal.amount": 20_000_000 },
      "review 90 1200: manager escalate",
      `review 90 1200: ${staged}, owner approve`,
      "approve 183 800",
    ],
    [
      "one above the limit of managers",
      { "deal.amount": 60_000_000 },
      "review 90 1200: manager escalate",
      "review 90 1200: owner remind",
      "approve 183 1000",
    ],
    ["an expansion", { "deal.type": "expansion" }, "approve 60 1200", "approve 60 900", "reject 183 600"],
    [
      "a renewal of a customer",
      { "deal.type": "renewal", "conflict.existing_customer": true },
      "approve 30 500",
      "approve 60 900",
      "reject 183 600",
    ],
    [
      "one like a protected one",
      { "conflict.protected_score": 75 },
      "review 90 1200: manager escalate",
      `review 60 1200: ${staged}`,
      "review 183 600: manager escalate",
    ],
    [
      "one our own sellers are at",
      { "conflict.engaged_score": 75 },
      "review 90 1200: manager escalate",
      `review 60 1200: ${staged}`,
      "review 183 600: manager escalate",
    ],
    [
      "a first deal",
      { "partner.approved_deals": 0 },
      "review 90 1200: manager escalate",
      "approve 60 1200",
      "approve 183 600",
    ],
    [
      "a partner that is suspended",
      { "partner.stage": "suspended" },
      "reject 90 1200",
      "reject 60 1200",
      "reject 183 600",
    ],
    ["a very small one", { "deal.amount": 500_000 }, "approve 90 1200", "approve 60 1200", "reject 183 600"],
    [
      "one without an amount",
      { "deal.amount": null },
      "review 90 1200: manager escalate",
      `review 60 1200: ${staged}`,
      "reject 183 600",
    ],
  ];

  test.each(cases)("%s", (_, facts, ...outcomes) => expect(names.map((name) => told(name, facts))).toEqual(outcomes));

  test.each(names)("%s is something the product can be run by", (name) => {
    const { body } = program(name);
    expect(lintFor(body, registrationContract)).toEqual([]);
  });
});

describe("[TIER-01] a published program as configuration only", () => {
  const minima = {
    silver: [62_500, 350_000],
    gold: [112_500, 650_000],
    platinum: [375_000, 2_000_000],
    diamond: [1_000_000, 5_000_000],
  };
  const order = ["none", ...Object.keys(minima)];
  const tier = (facts: Facts) => evaluate(program("hubspot-tiers-2016").body, facts).outputs.tier;
  const facts = (sold = 0, managed = 0) => ({
    "partner.sold_mrr": sold,
    "partner.managed_mrr": managed,
    "partner.certified": true,
    "partner.median_app_usage": 5,
  });

  test.each(Object.entries(minima))("%s needs both minima, to the cent", (name, [sold = 0, managed = 0]) => {
    const below = order[order.indexOf(name) - 1];
    expect(tier(facts(sold, managed))).toBe(name);
    expect(tier(facts(sold - 1, managed))).toBe(below);
    expect(tier(facts(sold, managed - 1))).toBe(below);
  });

  test("needs a certified partner whose customers use the product", () => {
    expect(tier({ ...facts(1_000_000, 5_000_000), "partner.certified": false })).toBe("none");
    expect(tier({ ...facts(1_000_000, 5_000_000), "partner.median_app_usage": 4.9 })).toBe("none");
    expect(tier({ ...facts(1_000_000, 5_000_000), "partner.median_app_usage": null })).toBe("none");
  });
});

test("[TIER-06] [GOVR-04] shares, sub-minima, points, ranks, alternatives, regional thresholds and holds work together", () => {
  const full = program("tiers-in-full");
  const population = withRanks(full.body, loadFacts(`${folder}/facts/three-partners.json`, full));
  const results = population.map((facts) => evaluate(full.body, facts));
  expect(results.map(({ outputs, overrides }) => [outputs.tier, overrides])).toEqual([
    ["platinum", []],
    ["gold", ["asia"]],
    ["silver", []],
  ]);
  const [hold] = Object.values(full.body.holds ?? {});
  if (!hold) throw new Error("the program holds nothing");
  expect(takesEffect(hold, "gold", "silver", plainDate("2026-11-25"), 1)).toEqual({
    direction: "down",
    on: "2028-01-01",
    warnOn: "2027-11-02",
  });
});
