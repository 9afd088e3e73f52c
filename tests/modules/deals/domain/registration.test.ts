import { describe, expect, test } from "vitest";
import { plainDate } from "@/kernel/dates";
import { type Condition, type DecisionTable, evaluate, type Facts, type PolicyBody } from "@/kernel/policy";
import { visibleTo } from "@/kernel/policy-explain";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import type { Candidate, Match, MatchClass } from "@/modules/deals/domain/conflict";
import {
  automaticReason,
  evaluateRegistration,
  grantOf,
  type RegistrationCase,
  readableGrant,
  registrationFactsOf,
  reviewTerms,
} from "@/modules/deals/domain/registration";
import { registrationFacts } from "@/modules/deals/facts";

const limit = 5_000_000;
const policy = registrationPolicy(limit);
const candidate = { name: "Hansen", country: "DE", domains: [], accountId: "a" };
// Only the class and the score of a match are facts.
const match = (matchClass: MatchClass, score: number): Match => ({
  candidate: { ...candidate, class: matchClass } as unknown as Candidate,
  score,
  evidence: [],
});
const usual: RegistrationCase = {
  content: {
    customer: { name: "Hansen", website: "hansen.de", country: "DE" },
    contact: { name: "Ann", email: "ann@hansen.de" },
    productLineId: "p1",
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: 4_000_000, currency: "EUR" },
    expectedClose: plainDate("2027-02-01"),
    need: "",
  },
  productLineCode: "core",
  reportingAmount: 4_300_000,
  partner: { stage: "active", tier: "gold", approvedDeals: 3, territory: [] },
  matches: [],
  scopeFree: true,
  today: plainDate("2026-11-25"),
};
const decide = (over: Partial<RegistrationCase> = {}, facts: Facts = {}) =>
  evaluateRegistration(policy, { ...registrationFactsOf({ ...usual, ...over }), ...facts });

describe("the facts of a registration", () => {
  test("are exactly those that are declared, in the reporting currency", () => {
    const facts = registrationFactsOf(usual);
    expect(Object.keys(facts).toSorted()).toEqual(registrationFacts.map(({ id }) => id).toSorted());
    expect(registrationFactsOf({ ...usual, scopeFree: false })).toEqual({ ...facts, "conflict.scope_free": false });
    expect(facts).toMatchObject({ "deal.amount": 4_300_000, "deal.days_to_close": 68, "partner.tier": "gold" });
  });

  test("take the strongest match of each class", () => {
    const matches = [
      match("protected_registration", 40),
      match("protected_registration", 75),
      match("vendor_engaged", 60),
      match("named_account", 100),
    ];
    expect(registrationFactsOf({ ...usual, matches })).toMatchObject({
      "conflict.protected_score": 75,
      "conflict.engaged_score": 60,
      "conflict.existing_customer": false,
    });
  });

  test.each([
    [59, false],
    [60, true],
  ])("an existing customer alike by %i is one: %s", (score, expected) =>
    expect(registrationFactsOf({ ...usual, matches: [match("existing_customer", score)] })).toMatchObject({
      "conflict.existing_customer": expected,
    }),
  );
});

describe("[DEAL-13] the classic program", () => {
  test("approves an eligible registration without conflict by itself, with the trace of every rule", () => {
    const evaluation = decide();
    expect(evaluation.verdict).toBe("approve");
    expect(evaluation.rules.map(({ rule, result }) => [rule, result])).toEqual(
      policy.rules.map(({ id }) => [id, "pass"]),
    );
    expect(automaticReason(policy, evaluation)).toBe("all_rules_met");
  });

  test.each<[string, Facts]>([
    ["no-protected-registration", { "conflict.protected_score": 60 }],
    ["scope-free", { "conflict.scope_free": false }],
    ["vendor-not-engaged", { "conflict.engaged_score": 60 }],
    ["not-a-customer", { "conflict.existing_customer": true }],
    ["amount-within-limit", { "deal.amount": limit + 1 }],
    ["amount-within-limit", { "deal.amount": null }],
    ["not-the-first-deal", { "partner.approved_deals": 0 }],
    ["close-within-a-year", { "deal.days_to_close": 366 }],
    ["close-within-a-year", { "deal.days_to_close": -1 }],
  ])("%s sends to a person: %j", (rule, facts) => {
    const evaluation = decide({}, facts);
    expect(evaluation.verdict).toBe("review");
    expect(evaluation.rules.filter(({ result }) => result === "fail").map((trace) => trace.rule)).toEqual([rule]);
    expect(automaticReason(policy, evaluation)).toBe(rule);
  });

  test.each<[Facts]>([
    [{ "deal.amount": limit, "deal.days_to_close": 365, "partner.approved_deals": 1 }],
    [{ "conflict.protected_score": 59, "conflict.engaged_score": 59, "deal.days_to_close": 0 }],
    [{ "conflict.existing_customer": true, "deal.type": "expansion" }],
  ])("approves at the edge: %j", (facts) => expect(decide({}, facts).verdict).toBe("approve"));

  test("rejects a partner outside the program, whatever else fails, for that reason", () => {
    const facts = registrationFactsOf({
      ...usual,
      partner: { ...usual.partner, stage: "suspended" },
      scopeFree: false,
    });
    for (const body of [policy, { ...policy, rules: policy.rules.toReversed() }]) {
      const evaluation = evaluateRegistration(body, facts);
      expect(evaluation.verdict).toBe("reject");
      expect(automaticReason(body, evaluation)).toBe("outside_program");
    }
  });
});

describe("a grant", () => {
  test.each([
    ["new", "registered", 800, 90],
    ["new", "silver", 1000, 90],
    ["new", "gold", 1200, 90],
    ["expansion", "platinum", 1500, 60],
    ["renewal", "platinum", 500, 30],
  ])("of a %s deal of a %s partner is %i basis points for %i days", (type, tier, benefitBasisPoints, protectionDays) =>
    expect(grantOf(decide({}, { "deal.type": type, "partner.tier": tier }))).toEqual({
      benefitBasisPoints,
      protectionDays,
    }),
  );

  test.each(["benefit.basis_points", "protection.days"])("is missing where the rules have no table %s", (name) => {
    const tables = Object.fromEntries(Object.entries(policy.tables).filter(([other]) => other !== name));
    expect(() => grantOf(evaluate({ ...policy, tables }, registrationFactsOf(usual)))).toThrow("grant no benefit");
  });

  test("is read by the partner where it follows from open facts, and not where it follows from a score", () => {
    const seen = (body: PolicyBody) =>
      readableGrant(
        visibleTo("partner", evaluateRegistration(body, registrationFactsOf(usual)), registrationFacts, body),
      );
    expect(seen(policy)).toEqual({ benefitBasisPoints: 1200, protectionDays: 90 });
    const when: Condition = { fact: "conflict.engaged_score", from: 1 };
    const benefit: DecisionTable = { hit: "first", rows: [{ id: "engaged", when, then: 0 }], otherwise: 1200 };
    expect(seen({ ...policy, tables: { ...policy.tables, "benefit.basis_points": benefit } })).toBeNull();
  });
});

describe("the deadlines of a review", () => {
  test("come from the rules", () => expect(reviewTerms(policy)).toEqual({ reviewMinutes: 960, answerDays: 10 }));

  test.each(["review.business_minutes", "answer.business_days"])("are missing where the rules have no %s", (name) => {
    const settings = { ...policy.settings, [name]: "soon" };
    expect(() => reviewTerms({ ...policy, settings })).toThrow("no review deadline");
  });
});
