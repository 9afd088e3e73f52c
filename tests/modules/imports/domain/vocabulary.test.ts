import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countryCodes } from "@/modules/accounts/domain/countries";
import type { Known } from "@/modules/imports/domain/preset";
import { nearest } from "@/modules/imports/domain/proposals";
import { countryVocabulary, readKnown, vocabularyOf } from "@/modules/imports/domain/vocabulary";

const products = ["GTX Basic", "GTX Pro", "GTX Plus Basic", "GTX Plus Pro", "MG Special", "MG Advanced", "GTK 500"];
const lines: readonly Known[] = products.map((label) => ({ key: label.toLowerCase().replaceAll(" ", "-"), label }));
const countries = countryVocabulary(["en", "de"]);
const labels = (text: string, known: readonly Known[]) => nearest(text, known).map(({ label }) => label);

describe("a value is read by its key, its label and its other words", () => {
  test.each([
    ["DE", "DE"],
    ["Germany", "DE"],
    ["Deutschland", "DE"],
    ["germany ", "DE"],
    ["United States", "US"],
    ["U.S.A.", "US"],
    ["usa", "US"],
    ["Great Britain", "GB"],
    ["Türkiye", "TR"],
    ["Turkey", "TR"],
    ["Côte d’Ivoire", "CI"],
    ["South Korea", "KR"],
  ])("%s is %s", (text, code) => expect(readKnown(countries, text)).toBe(code));

  test.each(["Philipines", "Korea", "Atlantis", "", "EU"])("%s is none", (text) =>
    expect(readKnown(countries, text)).toBeNull(),
  );

  test("every country is known by its code", () => {
    expect(countryCodes.filter((code) => readKnown(countries, code) !== code)).toEqual([]);
  });

  test("a word that means two values means none", () => {
    const people = vocabularyOf([
      { key: "a@x.example", label: "Ann Lee" },
      { key: "b@x.example", label: "Ann Lee" },
    ]);
    expect(readKnown(people, "Ann Lee")).toBeNull();
    expect(readKnown(people, "b@x.example")).toBe("b@x.example");
  });

  test("a key means itself, whatever other values are called", () => {
    const tiers = vocabularyOf([
      { key: "gold", label: "Silver" },
      { key: "silver", label: "Bronze" },
    ]);
    expect(readKnown(tiers, "silver")).toBe("silver");
  });
});

describe("what a misspelt value is proposed to mean", () => {
  test.each([
    ["a missing space", "GTXPro", ["GTX Pro"]],
    ["a wrong letter", "MG Specail", ["MG Special"]],
    ["nothing alike", "Widget", []],
    ["a short word one letter off is no spelling", "GTZ", []],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => expect(labels(text, lines)).toEqual(expected));

  test("a country with a letter missing", () => {
    expect(labels("Philipines", countries.known)).toEqual(["Philippines"]);
  });

  test("a name that is part of two has both: nobody may pick for the reader", () => {
    expect(labels("Korea", countries.known).toSorted()).toEqual(["North Korea", "South Korea"]);
  });

  test("one letter left out of a long name is always among the proposals", () => {
    const long = countries.known.filter(({ label }) => /^[A-Za-z]{7,}$/.test(label));
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (country, at) => {
        const index = at % country.label.length;
        const typed = country.label.slice(0, index) + country.label.slice(index + 1);
        const proposed = nearest(typed, countries.known).map(({ key }) => key);
        expect([readKnown(countries, typed), ...proposed]).toContain(country.key);
      }),
    );
  });
});
