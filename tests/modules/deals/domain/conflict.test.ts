import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyNameKeys } from "@/modules/accounts/domain/company-name";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import { type Candidate, type Comparable, compare, findMatches, type Kinship } from "@/modules/deals/domain/conflict";
import { strongest } from "@/modules/deals/domain/strongest";
import { realPairs } from "../../../support/company-names";

const customer = (name: string, over: Partial<Comparable> = {}): Comparable => ({
  name,
  nameKeys: companyNameKeys(name),
  country: "DE",
  domains: [],
  accountId: name,
  parentId: null,
  taxId: null,
  productLine: null,
  ...over,
});
const candidate = (name: string, over: Partial<Candidate> = {}): Candidate => ({
  ...customer(name),
  class: "protected_registration",
  dealId: null,
  dealNumber: null,
  partnerName: null,
  sameProduct: true,
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
    expect(evidence(mine, theirs)).toEqual({
      website: ["same", 60],
      name: ["different", 0],
      product: ["same", 0],
      country: ["same", 0],
    });
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

  test("by a name one typo apart is similar and counts like the same, also by two thirds abroad", () => {
    expect(evidence(mine, candidate("Hansen Maschinen Bau"))).toMatchObject({ name: ["same", 60] });
    expect(evidence(mine, candidate("Hansen Maschinenbua"))).toMatchObject({ name: ["similar", 60] });
    const abroad = candidate("Hansen Maschinenbua", { country: "AT" });
    expect(evidence(mine, abroad)).toMatchObject({ name: ["similar", 40] });
  });

  test("by a name with other words besides is similar, and less than the same", () => {
    const [likeness, points] = evidence(mine, candidate("Hansen Service & Söhne")).name ?? [];
    expect(likeness).toBe("similar");
    expect(points).toBeGreaterThanOrEqual(35);
    expect(points).toBeLessThan(60);
  });

  test("by domain and name adds up, and never to more than 100", () => {
    expect(compare(mine, candidate("Hansen Maschinenbau", { domains: ["hansen.de"] })).score).toBe(100);
  });

  test.each<[Kinship, Partial<Comparable>, Partial<Candidate>]>([
    ["parent", { parentId: "group" }, { accountId: "group" }],
    ["subsidiary", { accountId: "group" }, { parentId: "group" }],
    ["sister", { parentId: "group" }, { parentId: "group" }],
  ])("is found where the candidate is its %s", (kinship, my, their) => {
    const match = compare({ ...mine, ...my }, candidate("Unlike", their));
    expect(match.evidence.find(({ field }) => field === "parent")).toMatchObject({
      likeness: "same",
      points: 60,
      of: 60,
      kinship,
    });
    expect(match.score).toBe(60);
  });

  test("is found by one tax id, however it is written", () => {
    const theirs = candidate("Unlike", { taxId: "de 129.273.398" });
    expect(evidence({ ...mine, taxId: "DE129273398" }, theirs)).toMatchObject({ taxId: ["same", 60] });
    expect(evidence(mine, theirs)).toMatchObject({ taxId: ["unknown", 0] });
    expect(evidence({ ...mine, taxId: "DE1" }, theirs)).toMatchObject({ taxId: ["different", 0] });
    expect(evidence(mine, candidate("Unlike"))).not.toHaveProperty("taxId");
  });

  test("shows a website of the same name in another country as alike, which is not enough alone", () => {
    const match = compare(mine, candidate("Unlike", { domains: ["hansen.at"] }));
    expect(match.evidence[0]).toMatchObject({ field: "website", likeness: "similar", points: 20 });
  });

  test("shows whether it is about the same product, which is no part of the score", () => {
    const other = candidate("Hansen Maschinenbau", { sameProduct: false, productLine: "Streams" });
    expect(evidence({ ...mine, productLine: "Catalog" }, other)).toMatchObject({ product: ["different", 0] });
    expect(evidence(mine, { ...other, class: "existing_customer" })).not.toHaveProperty("product");
  });

  test("shows which words of the names agree", () => {
    const words = compare(mine, candidate("Hanssen Maschinenbau")).evidence[1]?.words;
    expect(words?.map(({ mine: left, theirs: right, relation }) => [left, right, relation])).toEqual([
      ["maschinenbau", "maschinenbau", "same"],
      ["hansen", "hanssen", "sound"],
    ]);
  });

  test("is not found where nothing is alike, nor between two accounts without a parent", () => {
    const theirs = candidate("Unlike", { domains: ["unlike.com"] });
    expect(evidence(mine, theirs)).toEqual({
      website: ["different", 0],
      name: ["different", 0],
      product: ["same", 0],
      country: ["same", 0],
    });
    expect(compare(mine, theirs).score).toBe(0);
  });

  test("shows the reviewer both sides of every field", () => {
    const theirs = candidate("Hansen Maschinenbau AG", { domains: ["hansen.de", "hansen.com"], country: "AT" });
    expect(compare(mine, theirs).evidence.map(({ field, mine: left, theirs: right }) => [field, left, right])).toEqual([
      ["website", "hansen.de", "hansen.de, hansen.com"],
      ["name", "Hansen Maschinenbau GmbH", "Hansen Maschinenbau AG"],
      ["product", "", ""],
      ["country", "DE", "AT"],
    ]);
  });
});

// The rules ask a person from this score on.
const pass = registrationPolicy(0).rules.find(({ id }) => id === "no-protected-registration")?.pass;
const reviewedFrom = pass && "value" in pass ? Number(pass.value) : Number.NaN;

describe("[DEAL-04] a name alone, in one country", () => {
  const verdict = (left: string, right: string, country = "DE") => {
    const { score, evidence: fields } = compare(customer(left), candidate(right, { country }));
    return [fields.find(({ field }) => field === "name")?.likeness, score >= reviewedFrom];
  };

  test.each([
    ["Müller GmbH", "Mueller GmbH"],
    ["Müller GmbH", "Muller GmbH"],
    ["Kölner Möbel AG", "Koelner Moebel GmbH"],
    ["Bäckerei Groß", "Baeckerei Gross"],
    ["Société Générale", "Societe Generale SA"],
    ["Ørsted A/S", "Oersted"],
    ["Ålborg Portland", "Aalborg Portland"],
    ["Groß & Söhne", "Gross and Soehne"],
  ])("%s is the same as %s", (left, right) => expect(verdict(left, right)).toEqual(["same", true]));

  test.each([
    ["Mueller GmbH", "Muller GmbH"],
    ["Siemens AG", "Siemnes AG"],
    ["Contoso Energy", "Contosso Energy"],
  ])("%s is similar to %s, and a person looks", (left, right) =>
    expect(verdict(left, right)).toEqual(["similar", true]),
  );

  test.each([
    ["Amcor", "Emcor"],
    ["Strandwerk 1 GmbH", "Strandwerk 2 GmbH"],
    ["DTE Energy", "Duke Energy"],
  ])("%s is not %s, and nobody is asked", (left, right) => expect(verdict(left, right)[1]).toBe(false));

  test.each(realPairs)("%s and %s, which are %s, are judged by it", (left, right, likeness) => {
    expect(verdict(left, right)[1]).toBe(likeness !== "apart");
    if (likeness === "same") expect(verdict(left, right)[0]).toBe("same");
  });

  test.each(realPairs)("%s and %s, %s, in two countries are left to the rules as before", (left, right) =>
    expect(verdict(left, right, "AT")[1]).toBe(false),
  );
});

describe("a score", () => {
  const name = fc.constantFrom("Hansen Maschinenbau", "Hansen Maschinen Bau AG", "Unlike", "", "Hansen");
  const someone = fc.record({
    name,
    country: fc.constantFrom("DE", "AT"),
    domains: fc.subarray(["hansen.de", "hansen.com", "unlike.com"]),
    accountId: fc.constantFrom("a", "b", "group"),
    parentId: fc.constantFrom("group", null),
    taxId: fc.constantFrom("DE1", "AT1", null),
    productLine: fc.constant(null),
  });
  const read = (typed: Omit<Comparable, "nameKeys">) => customer(typed.name, typed);

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
