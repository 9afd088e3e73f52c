import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  companyNameKeys,
  foldName,
  nameSimilarity,
  normaliseCompanyName,
  oneTypoApart,
} from "@/modules/accounts/domain/company-name";
import { realPairs } from "../../../support/company-names";

describe("[DEAL-04] variants of one name are one name", () => {
  test.each([
    ["legal forms", "acme", ["Acme", "ACME Inc.", "Acme, Inc", "Acme Corp.", "Acme Limited", "Acme Ltd.", "Acme PLC"]],
    ["American forms", "acme", ["Acme LLC", "Acme L.L.C.", "Acme Limited Liability Company", "Acme Company, Inc."]],
    ["German forms", "acme", ["Acme GmbH", "Acme G.m.b.H.", "Acme AG", "Acme GmbH & Co. KG", "Acme GmbH und Co. KG"]],
    ["French and Belgian forms", "acme", ["Acme SA", "Acme S.A.", "Acme SAS", "Acme S.A.S.", "Acme SARL"]],
    ["Italian forms", "acme", ["Acme SpA", "Acme S.p.A.", "Acme S.r.l."]],
    ["Dutch forms", "acme", ["Acme BV", "Acme B.V.", "Acme N.V."]],
    ["Nordic forms", "acme", ["Acme AS", "Acme A/S", "Acme AB", "Acme Oy", "Acme ApS"]],
    ["Polish forms", "acme", ["Acme Sp. z o.o.", "ACME SP. Z O.O."]],
    ["Japanese and Malaysian forms", "acme", ["Acme KK", "Acme K.K.", "Acme Sdn Bhd", "Acme Sdn. Bhd."]],
    [
      "ü and ue",
      "mueller",
      ["Müller GmbH", "MÜLLER", "Mueller GmbH", "Mu\u0308ller Gesellschaft mit beschränkter Haftung"],
    ],
    ["ö and oe", "koelner moebel", ["Kölner Möbel AG", "Koelner Moebel AG", "KOELNER MÖBEL"]],
    ["ä and ae", "maelar baeckerei", ["Mälar Bäckerei", "Maelar Baeckerei GmbH"]],
    ["ß and ss", "strassenbau gross", ["Straßenbau Groß GmbH", "STRASSENBAU GROSS", "STRAẞENBAU GROẞ"]],
    ["é and e", "societe generale", ["Société Générale S.A.", "Societe Generale"]],
    ["ø and oe", "oersted", ["Ørsted A/S", "Oersted A/S", "ØRSTED"]],
    ["å and aa", "aalborg portland", ["Ålborg Portland A/S", "Aalborg Portland A/S", "\u212blborg Portland"]],
    ["æ and ae", "faergen", ["Færgen A/S", "Faergen"]],
    ["other letters of their own", "lodz thors", ["Łódź Þórs", "Lodz Thors"]],
    ["the dotless and the dotted i", "istanbul", ["İstanbul", "Istanbul", "istanbul A.Ş."]],
    [
      "the ampersand",
      "procter gamble",
      ["Procter & Gamble", "Procter and Gamble", "Procter + Gamble", "Procter&Gamble"],
    ],
    ["articles", "acme", ["The Acme Company", "the acme", "THE ACME CO."]],
    ["apostrophes", "oreilly media", ["O'Reilly Media", "O’Reilly Media, Inc.", "OReilly Media"]],
    ["hyphens and spaces", "coca cola", ["Coca-Cola", "Coca\u2011Cola", "  coca   cola  ", "Coca\tCola Co."]],
    ["wide letters", "acme", ["ＡＣＭＥ", "ACME"]],
  ])("%s: %s", (_, expected, names) => {
    expect(names.map(normaliseCompanyName)).toEqual(names.map(() => expected));
  });

  test.each(["日立製作所", "ромашка", "الشركة"])("%s keeps its own letters", (name) =>
    expect(normaliseCompanyName(name)).toBe(name),
  );
});

describe("[DEAL-04] the keys of a name", () => {
  test.each([
    ["Acme GmbH", ["acme"]],
    ["Mueller GmbH", ["mueller"]],
    ["Müller GmbH", ["mueller", "muller"]],
    ["Société Générale", ["societe generale"]],
    ["Ørsted Straße A/S", ["oersted strasse", "orsted strasse"]],
    ["Türk Gesellschaft mit beschränkter Haftung", ["tuerk", "turk"]],
    ["Ålands Bygg AB", ["aalands bygg", "alands bygg"]],
  ])("%s are %j", (name, keys) => expect(companyNameKeys(name)).toEqual(keys));

  test.each([
    ["Müller GmbH", "Muller GmbH"],
    ["Türk Telekom A.Ş.", "Turk Telekom"],
    ["Ørsted A/S", "Orsted AS"],
    ["Güell, S.L.", "Guell SL"],
  ])("of %s hold that of %s, whose writer dropped the marks", (marked, plain) =>
    expect(companyNameKeys(marked)).toContain(normaliseCompanyName(plain)),
  );

  test.each([
    ["Bauer AG", "Baur AG"],
    ["Boeing", "Boing"],
    ["Blue Sky", "Blu Sky"],
    ["Mueller", "Muller"],
  ])("of %s and %s, where nobody wrote a mark, have nothing in common", (left, right) =>
    expect(companyNameKeys(left).some((key) => companyNameKeys(right).includes(key))).toBe(false),
  );
});

describe("one typo", () => {
  test.each([
    ["a letter more", "schlumberger", "schlumbergger"],
    ["a letter less", "schlumberger", "sclumberger"],
    ["another letter", "akzo nobel", "akzo novel"],
    ["two letters swapped", "akzo nobel", "akzo noble"],
    ["a space more", "maschinenbau", "maschinen bau"],
    ["another first letter", "siemens", "ziemens"],
    ["another last letter", "siemens", "siemenz"],
    ["one of two equal letters less", "philips", "phillips"],
    ["a name of six letters", "zurich", "zurick"],
  ])("is %s", (_, left, right) => {
    expect(oneTypoApart(left, right)).toBe(true);
    expect(oneTypoApart(right, left)).toBe(true);
  });

  test.each([
    ["none", "siemens", "siemens"],
    ["two", "siemens", "ziemenz"],
    ["two letters swapped that are not neighbours", "siemens", "sismene"],
    ["in a name of five letters", "amcor", "emcor"],
    ["that makes five letters of six", "ameren", "amere"],
    ["in a name that is mostly digits", "werk 1000 a", "werk 1000 b"],
    ["a digit", "strandwerk 1", "strandwerk 2"],
    ["a digit more", "strandwerk 1", "strandwerk 11"],
    ["a digit for a letter", "strandwerk", "strandw3rk"],
  ])("is not %s", (_, left, right) => {
    expect(oneTypoApart(left, right)).toBe(false);
    expect(oneTypoApart(right, left)).toBe(false);
  });

  test("is what one edit of a letter makes of a name, and two edits apart are not", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 7, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom("less", "more", "other"), (name, place, edit) => {
        const at = place % name.length;
        const made = `${name.slice(0, at)}${edit === "less" ? "" : "z"}${name.slice(edit === "more" ? at : at + 1)}`;
        expect(oneTypoApart(name, made)).toBe(true);
        expect(oneTypoApart(name, `xy${made}`)).toBe(false);
      }),
    );
  });
});

describe("pairs of real names", () => {
  test.each(realPairs)("%s and %s: %s", (left, right, likeness) => {
    const [mine, theirs] = [companyNameKeys(left), companyNameKeys(right)];
    const found = mine.some((key) => theirs.includes(key))
      ? "same"
      : mine.some((key) => theirs.some((other) => oneTypoApart(key, other)))
        ? "typo"
        : "apart";
    expect(found).toBe(likeness);
  });
});

describe("what is no variant stays apart", () => {
  test.each([
    ["a form inside a name", "Coca AG Systems", "coca ag systems"],
    ["a name that ends in the letters of a form", "Visa", "visa"],
    ["an article inside a name", "Over The Top", "over the top"],
    ["a word that begins like an article", "Thermo", "thermo"],
    ["a name that is nothing but a form", "AG", "ag"],
    ["forms behind an article", "The Co", "co"],
    ["a name that is nothing but an article", "The", "the"],
    ["a name that is nothing but a conjunction", "And", "and"],
    ["a conjunction in another language", "Hoch- und Tiefbau AG", "hoch und tiefbau"],
  ])("%s: %s", (_, name, expected) => expect(normaliseCompanyName(name)).toBe(expected));
});

// Names put together from what names are made of, and any text at all.
const parts = fc.constantFrom(
  "The",
  "Acme",
  "and",
  "&",
  "Müller",
  "GmbH",
  "Co.",
  "KG",
  "S.A.",
  "A/S",
  "L.L.C.",
  "o",
  "Ltd",
  "Pty",
  "é",
);
const names = fc.oneof(
  fc.array(parts, { maxLength: 7 }).map((words) => words.join(" ")),
  fc.string({ unit: "grapheme" }),
);

describe("normalising", () => {
  test("twice is normalising once", () => {
    fc.assert(
      fc.property(names, (name) => {
        const once = normaliseCompanyName(name);
        expect(normaliseCompanyName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps something of every name with a letter in it", () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(normaliseCompanyName(name) !== "").toBe(/[\p{L}\p{N}]/u.test(foldName(name)));
      }),
      { numRuns: 2000 },
    );
  });

  test("does not depend on the case", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 7 }), (words) => {
        const name = words.join(" ");
        expect(normaliseCompanyName(name.toUpperCase())).toBe(normaliseCompanyName(name.toLowerCase()));
      }),
    );
  });
});

describe("similarity", () => {
  test.each([
    ["acme", "acme", 1],
    ["acme robotics", "robotics acme", 1],
    ["", "", 0],
    ["acme", "", 0],
    ["abc", "xyz", 0],
  ])("of %j and %j is %d", (left, right, expected) => expect(nameSimilarity(left, right)).toBe(expected));

  test("is higher for a typo than for a common word", () => {
    expect(nameSimilarity("contoso energy", "contosso energy")).toBeGreaterThan(0.8);
    expect(nameSimilarity("siemens energy", "contoso energy")).toBeLessThan(0.72);
  });

  test("is the same from both sides, between 0 and 1, and 1 with itself", () => {
    fc.assert(
      fc.property(names, names, (left, right) => {
        const [a, b] = [normaliseCompanyName(left), normaliseCompanyName(right)];
        const alike = nameSimilarity(a, b);
        expect(alike).toBe(nameSimilarity(b, a));
        expect(alike >= 0 && alike <= 1).toBe(true);
        expect(nameSimilarity(a, a)).toBe(a === "" ? 0 : 1);
      }),
    );
  });
});
