import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chosenDialect, delimiters, findDialect, splitSample } from "@/modules/imports/domain/dialect";

const words = new Set(["name", "city", "amount"]);
const find = (text: string) => findDialect(text, true, (header) => words.has(header.toLowerCase()));

describe("the delimiter and the header", () => {
  test.each([
    ["commas", "name,city\nAcme,Berlin\n", ",", 1],
    ["semicolons", "name;city\nAcme;Berlin\n", ";", 1],
    ["tabs", "name\tcity\nAcme\tBerlin\n", "\t", 1],
    ["bars", "name|city\nAcme|Berlin\n", "|", 1],
    ["semicolons around decimal commas", "x;y\n1,50;2,50\n3,50;4,50\n", ";", 1],
    ["commas around lists of semicolons", "x,y,types;\na,b,c;d\ne,f,g;h\n", ",", 1],
    ["commas in quotes", 'x;y\n"a,b,c";1\n"d,e,f";2\n', ";", 1],
    ["lines above the header", "Partners of the year\n\nExported 2026-11-25\nname,city\nAcme,Berlin\n", ",", 4],
    ["known names against more columns", "a,b,c,d\nname;city\nAcme, Inc, of, X;1\nBeta, Ltd, of, Y;2\n", ";", 2],
    ["a header nobody knows", "Firma;Ort\nAcme;Berlin\n", ";", 1],
    ["a single known column", "name\nAcme\n", ",", 1],
    ["no header, because the first row holds data", "Acme,2017-03-01,12.50\nBeta,2017-03-02,13.50\n", ",", null],
  ])("%s", (_, text, delimiter, headerLine) => expect(find(text)).toMatchObject({ delimiter, headerLine }));

  test("columns behind the last named one are none", () => {
    expect(find("name,city,,\nAcme,Berlin,,\n").headers).toEqual(["name", "city"]);
    expect(find("name,,city\nAcme,,Berlin\n").headers).toEqual(["name", "", "city"]);
  });

  test("without a header the columns have places and no names", () => {
    expect(find("Acme,2017-03-01,12.50\nBeta,2017-03-02,13.50\n").headers).toEqual(["", "", ""]);
  });

  test("a person may know better", () => {
    const text = "a,b;c\nname;city\n";
    expect(chosenDialect(text, true, ";", 2)).toMatchObject({ headers: ["name", "city"], headerLine: 2, above: 1 });
    expect(chosenDialect(text, true, ";", 0)).toMatchObject({ headers: ["", ""], headerLine: null });
  });

  test("an empty file has no columns", () => {
    expect(find("")).toMatchObject({ headers: [], headerLine: null });
  });
});

describe("rows of a sample", () => {
  const rows = (text: string, isWhole = true) => splitSample(text, ",", { isWhole });

  test("know the line they begin on, also behind quoted line breaks and blank lines", () => {
    expect(rows('a,b\r\n"x\r\ny",2\r\n\r\nq,3').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test("end before what the sample may have cut", () => {
    expect(rows("a,b\nc,d\ne", false).map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("a quote in the middle of a cell is a letter", () => {
    expect(rows('5" pipe,"say ""hi"""')[0]?.cells).toEqual(['5" pipe', 'say "hi"']);
  });
});

const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", ";", "\t", "|", "\n", "\r\n", 'a"b', " ", "1,5"));
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

test("what is written is read back, whatever the cells hold", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...delimiters), (truth, delimiter) => {
      const text = stringify(truth, { delimiter, quoted: true });
      expect(splitSample(text, delimiter, { isWhole: true }).map(({ cells }) => cells)).toEqual(truth);
    }),
  );
});

test("the delimiter of a file with known columns is found, whatever the cells hold", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(...delimiters), (rows, delimiter) => {
      const header = ["name", "city", "amount", "other", "more"].slice(0, rows[0]?.length);
      const text = stringify([header, ...rows], { delimiter });
      expect(find(text)).toMatchObject({ delimiter, headerLine: 1, headers: header });
    }),
  );
});
