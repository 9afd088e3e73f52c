import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseCompanyName } from "@/modules/accounts/domain/company-name";
import { type Candidate, type Comparable, compare, findMatches, strongest } from "@/modules/deals/domain/conflict";

const customer = (name: string, over: Partial<Comparable> = {}): Comparable => ({
  name,
  normalised: normaliseCompanyName(name),
  country: "DE",
  domains: [],
  accountId: name,
  parentId: null,
  ...over,
});
const candidate = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  ...customer(name),
  class: "protected_registration",
  dealId: null,
  dealNumber: null,
  partnerName: null,
  sameProduct: true,
  productLine: null,
  protectedUntil: null,
  ...over,
});
const evidence = (mine: Comparable, theirs: Candidate) =>
  Object.fromEntries(compare(mine, theirs).evidence.map(({ field, likeness, points }) => [field, [likeness, points]]));

const mine = customer("Hansen Maschinenbau GmbH", { domains: ["hansen.de"] });

describe("[DEAL-04] a duplicate", () => {
  test("that is the same account scores 100, whatever its spelling", () => {
    const same = candidate("Something Else", { accountId: mine.accountId, country: "US" });
    expect(compare(mine, same).score).toBe(100);
    expect(evidence({ ...mine, parentId: "group" }, { ...same, parentId: "group" })).not.toHaveProperty("parent");
  });

  test("is found by one shared domain", () => {
    const theirs = candidate("Unlike", { domains: ["hansen-group.com", "hansen.de"] });
    expect(evidence(mine, theirs)).toEqual({ website: ["same", 60], name: ["different", 0], country: ["same", 0] });
    expect(compare(mine, theirs).score).toBe(60);
  });

  test.each([
    "Hansen Maschinenbau",
    "HANSEN MASCHINENBAU AG",
    "The Hansen-Maschinenbau Company",
    "Maschinenbau Hansen",
  ])("is found by the name variant %s", (name) => {
    expect(evidence(mine, candidate(name))).toMatchObject({ website: ["unknown", 0], name: ["same", 60] });
    expect(compare(mine, candidate(name)).score).toBe(60);
  });

  test("by name in another country counts two thirds, below the line of the rules", () => {
    const theirs = candidate("Hansen Maschinenbau", { country: "AT" });
    expect(evidence(mine, theirs)).toMatchObject({ name: ["same", 40], country: ["different", 0] });
  });

  test("by a name with a typo is similar, and less than the same", () => {
    const [likeness, points] = evidence(mine, candidate("Hansen Maschinen Bau")).name ?? [];
    expect(likeness).toBe("similar");
    expect(points).toBeGreaterThan(35);
    expect(points).toBeLessThan(60);
  });

  test("by domain and name adds up, and never to more than 100", () => {
    expect(compare(mine, candidate("Hansen Maschinenbau", { domains: ["hansen.de"] })).score).toBe(100);
  });

  test.each<[string, Partial<Comparable>, Partial<Candidate>]>([
    ["its parent", { parentId: "group" }, { accountId: "group" }],
    ["its subsidiary", { accountId: "group" }, { parentId: "group" }],
    ["its sister", { parentId: "group" }, { parentId: "group" }],
  ])("is found where the candidate is %s", (_, my, their) => {
    const match = compare({ ...mine, ...my }, candidate("Unlike", their));
    expect(match.evidence.at(-1)).toMatchObject({ field: "parent", likeness: "same", points: 60, of: 60 });
    expect(match.score).toBe(60);
  });

  test("is not found where nothing is alike, nor between two accounts without a parent", () => {
    const theirs = candidate("Unlike", { domains: ["unlike.com"] });
    expect(evidence(mine, theirs)).toEqual({ website: ["different", 0], name: ["different", 0], country: ["same", 0] });
    expect(compare(mine, theirs).score).toBe(0);
  });

  test("shows the reviewer both sides of every field", () => {
    const theirs = candidate("Hansen Maschinenbau AG", { domains: ["hansen.de", "hansen.com"], country: "AT" });
    expect(compare(mine, theirs).evidence.map(({ field, mine: left, theirs: right }) => [field, left, right])).toEqual([
      ["website", "hansen.de", "hansen.de, hansen.com"],
      ["name", "Hansen Maschinenbau GmbH", "Hansen Maschinenbau AG"],
      ["country", "DE", "AT"],
    ]);
  });
});

describe("a score", () => {
  const name = fc.constantFrom("Hansen Maschinenbau", "Hansen Maschinen Bau AG", "Unlike", "", "Hansen");
  const someone = fc.record({
    name,
    country: fc.constantFrom("DE", "AT"),
    domains: fc.subarray(["hansen.de", "hansen.com", "unlike.com"]),
    accountId: fc.constantFrom("a", "b", "group"),
    parentId: fc.constantFrom("group", null),
  });
  const read = (typed: Omit<Comparable, "normalised">) => customer(typed.name, typed);

  test("is the sum of its evidence, at most 100, and the same from both sides", () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const [left, right] = [read(a), read(b)];
        const match = compare(left, candidate("", right));
        const sum = match.evidence.reduce((total, field) => total + field.points, 0);
        expect(match.score).toBe(left.accountId === right.accountId ? 100 : Math.min(100, sum));
        expect(match.evidence.every(({ points, of }) => points >= 0 && points <= of)).toBe(true);
        expect(compare(right, candidate("", left)).score).toBe(match.score);
      }),
    );
  });
});

describe("matches", () => {
  const strong = candidate("Hansen Maschinenbau", { domains: ["hansen.de"], class: "vendor_engaged" });
  const middle = candidate("Unlike", { domains: ["hansen.de"] });
  const foreign = candidate("Hansen Maschinenbau", { country: "AT" });
  const none = candidate("Unlike");

  test("come strongest first, without what is not worth a look", () => {
    expect(findMatches(mine, [none, foreign, strong, middle]).map(({ score }) => score)).toEqual([100, 60, 40]);
  });

  test("have a strongest per class, 0 where there is none", () => {
    const matches = findMatches(mine, [foreign, strong, middle]);
    expect(strongest(matches, "protected_registration")).toBe(60);
    expect(strongest(matches, "vendor_engaged")).toBe(100);
    expect(strongest(matches, "existing_customer")).toBe(0);
    expect(strongest([], "vendor_engaged")).toBe(0);
  });
});
