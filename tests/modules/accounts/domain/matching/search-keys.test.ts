import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readName } from "@/modules/accounts/domain/matching/read-name";
import { keysOfNames } from "@/modules/accounts/domain/matching/search-keys";

const keys = (name: string) => keysOfNames([readName(name)]);
const meet = (left: string, right: string) => keys(left).some((key) => keys(right).includes(key));

describe("[DEAL-04] the keys of two names meet where they differ in", () => {
  test.each([
    ["a letter more", "Schlumberger", "Schlumbergger"],
    ["two letters swapped", "Steinbrecher Logistik", "Steinbrecher Logitsik"],
    ["a space", "Stein Brecher Logistik", "Steinbrecher Logistik"],
    ["the order of words", "Logistik Steinbrecher", "Steinbrecher Logistik"],
    ["words anybody uses", "Koninklijke Hoogland Electronics", "N.V. Hoogland's Fabrieken"],
    ["how a word is heard", "Filips Elektronik", "Philips"],
    ["initials", "International Business Machines", "IBM"],
    ["marks", "Müllerhaus", "Mullerhaus"],
  ])("%s: %s and %s", (_, left, right) => expect(meet(left, right)).toBe(true));

  test.each([
    ["Hansen Energy", "Petersen Energy"],
    ["Hansen GmbH", "Petersen GmbH"],
  ])("nothing they have in common with everybody: %s and %s do not", (left, right) =>
    expect(meet(left, right)).toBe(false),
  );

  test("one letter left out, added or changed", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."bcdfgkl"), minLength: 8, maxLength: 14 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom("less", "more", "other"), (name, place, edit) => {
        const at = place % name.length;
        const made = `${name.slice(0, at)}${edit === "less" ? "" : "m"}${name.slice(edit === "more" ? at : at + 1)}`;
        expect(meet(name, made)).toBe(true);
      }),
    );
  });
});

describe("the keys of a name", () => {
  test("are whole numbers of 32 bits, each once, and not many", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (name) => {
        const found = keys(name);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((key) => Number.isInteger(key) && Math.abs(key) <= 2 ** 31)).toBe(true);
        expect(found.length).toBeLessThan(250);
      }),
    );
  });
});
