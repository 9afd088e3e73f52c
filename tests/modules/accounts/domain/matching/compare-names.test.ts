import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, matchFrom } from "@/modules/accounts/domain/matching/compare-names";
import { realPairs } from "../../../../support/company-names";

const likeness = (left: string, right: string) => compareNames(left, right).likeness;

describe("[DEAL-04] one company under two names", () => {
  test.each([
    ["a legal form", "Acme Robotics GmbH", "ACME ROBOTICS, INC."],
    ["a form in another language", "Акционерное общество Ромашка", "Romashka JSC"],
    ["a form in front", "N.V. Bekaert", "Bekaert SA"],
    ["a form glued to the name", "BekaertN.V.", "Bekaert NV"],
    ["marks", "Müller Anlagenbau", "Mueller Anlagenbau"],
    ["dropped marks", "Müller Anlagenbau", "Muller Anlagenbau AG"],
    ["another script", "Газпром", "Gazprom"],
    ["the order of its words", "Anlagenbau Hansen", "Hansen Anlagenbau"],
    ["letters with points", "D.S.M. Handel", "DSM Handel"],
    ["spaces", "Stein Brecher Logistik", "Steinbrecher Logistik"],
    ["the article", "The Hansen Company", "Hansen"],
    ["the register it was read from", "Hansen Corp /DE/", "Hansen Corporation"],
  ])("differing in %s: %s and %s", (_, left, right) => expect(likeness(left, right)).toBe("same"));

  test.each([
    ["one typo", "Schlumberger Technology", "Sclumberger Technology"],
    ["how it is heard", "Filips Lampen", "Philips Lampen"],
    ["a shortened word", "Hansen Technology", "Hansen Tech"],
    ["what any company could have in its name", "Hansen International", "Hansen Europe Holding"],
    ["an honour", "Koninklijke Hoogland", "Hoogland N.V."],
    ["a place behind the form", "Hoogland N.V., Rotterdam, NL", "Hoogland International"],
    ["a forename behind the form", "Hoogland GmbH Robert", "Robert Hoogland GmbH"],
    ["a trade only one of them names", "Hoogland", "Hoogland Elektrotechnik"],
  ])("differing in %s: %s and %s", (_, left, right) => expect(likeness(left, right)).not.toBe("different"));
});

describe("[DEAL-04] two companies", () => {
  test.each([
    ["a number", "Strandwerk 1 GmbH", "Strandwerk 2 GmbH"],
    ["a number behind the form", "Strandwerk GmbH 1", "Strandwerk GmbH 2"],
    ["a Roman number", "Kirchhof Capital II", "Kirchhof Capital III"],
    ["a letter of a short name", "Amcor", "Emcor"],
    ["another letter of a name of six", "Avista", "Arista"],
    ["one of two words of their own", "Hoogland Larsen", "Hoogland Petersen"],
    ["the word that tells", "Contoso Energy", "Fabrikam Energy"],
    ["what both trade in", "Hoogland Chemical", "Hoogland Shipping Insurance"],
    ["all but words anybody uses", "General Electric", "General Motors"],
    ["the place of a bank", "First National Bank of Omaha", "First National Bank of Chicago"],
    ["initials alone", "ABB", "Applied Bio Biotics"],
    ["the place that is another's name", "Hoogland N.V.", "C. van der Lely N.V., Hoogland"],
    ["what only sounds a little alike", "Waters", "Viatris"],
  ])("differing in %s: %s and %s", (_, left, right) => expect(likeness(left, right)).toBe("different"));

  test.each(["GmbH", "N.V.", "Ltd", "S.A.", "Sp. z o.o.", "Aktiengesellschaft"])("have only %s in common", (form) =>
    expect(likeness(`Hoogland ${form}`, `Petersen ${form}`)).toBe("different"),
  );

  test.each(realPairs)("%s and %s: %s", (left, right, found) => {
    expect(compareNames(left, right).score >= matchFrom).toBe(found !== "apart");
  });
});

describe("the evidence", () => {
  test("says which words agree, how, and which do not", () => {
    expect(compareNames("Schlumberger Tech", "Sclumberger Technology Larsen").words).toEqual([
      { mine: "technology", theirs: "technology", relation: "same", weight: expect.any(Number) },
      { mine: "schlumberger", theirs: "sclumberger", relation: "typo", weight: expect.any(Number) },
      { mine: null, theirs: "larsen", relation: "only", weight: 1 },
    ]);
  });

  test("is told from whichever side is asked", () => {
    const [one] = compareNames("Zander Sclumberger", "Zander Schlumberger").words.filter(
      ({ relation }) => relation === "typo",
    );
    expect([one?.mine, one?.theirs]).toEqual(["sclumberger", "schlumberger"]);
  });
});

const parts = fc.constantFrom(
  ..."Hansen,Müller,Schlumberger,Schlumbergr,Zürich,Europe,Electric,Chemical,N.V.,GmbH,AG,The,and,2,II,C.,Groß,公司,Ромашка".split(
    ",",
  ),
);
const names = fc.oneof(
  fc.array(parts, { maxLength: 6 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme" }),
);

describe("comparing", () => {
  test("is symmetric and stays between 0 and 1", () => {
    fc.assert(
      fc.property(names, names, (left, right) => {
        const [there, back] = [compareNames(left, right), compareNames(right, left)];
        expect(there.score).toBe(back.score);
        expect(there.score >= 0 && there.score <= 1).toBe(true);
        expect(there.likeness).toBe(back.likeness);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds every name with a letter or a figure the same as itself, in capitals too", () => {
    fc.assert(
      fc.property(names, (name) => {
        if (compareNames(name, "x").words.every(({ mine }) => mine === null)) return;
        expect(compareNames(name, name).likeness).toBe("same");
      }),
      { numRuns: 2000 },
    );
  });

  test("never takes two numbers for one", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (one, other) => {
        fc.pre(one !== other);
        expect(likeness(`Hansen ${one} GmbH`, `Hansen ${other} GmbH`)).toBe("different");
      }),
    );
  });
});
