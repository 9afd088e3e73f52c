import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDate, type DateEvidence, isDateFormat, readDate, weighDates } from "@/modules/imports/domain/dates";

function column(values: readonly string[]): DateEvidence[] {
  const found: DateEvidence[] = [];
  for (const [index, value] of values.entries()) addDate(found, value, index + 2);
  return found;
}

const verdicts = (values: readonly string[]) =>
  column(values).map((entry) => {
    const verdict = weighDates(entry);
    if (verdict.kind === "sure") return entry.formats[verdict.way];
    return verdict.kind === "ask" ? verdict.ways.map((way) => entry.formats[way]) : "none";
  });

describe("reading a day in a format", () => {
  test.each([
    ["2017-03-01", "YYYY-MM-DD", "2017-03-01"],
    ["2017-3-1", "YYYY-MM-DD", "2017-03-01"],
    ["2017-03-01 00:00:00", "YYYY-MM-DD", "2017-03-01"],
    ["2017-03-01T23:30", "YYYY-MM-DD", "2017-03-01"],
    ["12/31/2017 11:59:00 PM", "MM/DD/YYYY", "2017-12-31"],
    ["20170301", "YYYYMMDD", "2017-03-01"],
    ["1.3.2017", "DD.MM.YYYY", "2017-03-01"],
    ["03-01-2017", "MM-DD-YYYY", "2017-03-01"],
    ["01/03/68", "DD/MM/YY", "2068-03-01"],
    ["01/03/69", "DD/MM/YY", "1969-03-01"],
    ["1 March 2017", "D MMM YYYY", "2017-03-01"],
    ["1-Mar-2017", "D MMM YYYY", "2017-03-01"],
    ["1. März 2017", "D MMM YYYY", "2017-03-01"],
    ["31st Dec, 2017", "D MMM YYYY", "2017-12-31"],
    ["Sept 5, 2017", "MMM D YYYY", "2017-09-05"],
  ])("%s as %s is %s", (text, format, day) => expect(readDate(text, format)).toBe(day));

  test.each([
    ["a day that does not exist", "2017-02-29", "YYYY-MM-DD"],
    ["an instant of another zone", "2017-03-01T23:30:00Z", "YYYY-MM-DD"],
    ["another separator", "2017/03/01", "YYYY-MM-DD"],
    ["a month that does not exist", "13/13/2017", "DD/MM/YYYY"],
    ["a year of another age", "0017-03-01", "YYYY-MM-DD"],
    ["a word that is no month", "1 Foo 2017", "D MMM YYYY"],
    ["a text that is no format", "01/03/2017", "DD/DD/YYYY"],
  ])("%s is none: %s", (_, text, format) => expect(readDate(text, format)).toBeNull());

  test("a format names one year, one month and one day, and nothing else", () => {
    expect(["DD.MM.YYYY", "MM/DD/YY", "D MMM YYYY", "YYYY-DD-MM"].map(isDateFormat)).toEqual([true, true, true, true]);
    expect(["", "DD.MM", "DD.MM.YYYY.YY", "(DD)/MM/YYYY", "dd.mm.yyyy"].map(isDateFormat)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});

describe("the format of a column", () => {
  test.each([
    ["ISO days need no question", ["2017-03-01", "2017-12-04"], ["YYYY-MM-DD"]],
    ["one day above 12 proves the order", ["01/03/2017", "31/03/2017"], ["DD/MM/YYYY"]],
    ["one month position above 12 proves the other", ["01/03/2017", "03/31/2017"], ["MM/DD/YYYY"]],
    ["without proof both stay possible", ["01/03/2017", "02/03/2017"], [["DD/MM/YYYY", "MM/DD/YYYY"]]],
    ["days that read alike either way need no question", ["03/03/2017", "12/12/2017"], ["DD/MM/YYYY"]],
    [
      "proofs of both orders leave the choice to a person",
      ["31/03/2017", "03/31/2017"],
      [["DD/MM/YYYY", "MM/DD/YYYY"]],
    ],
    ["two digits hide the century, proof or not", ["31.12.17", "30.12.17"], [["DD.MM.YY", "YY.MM.DD"]]],
    ["also where one order is all there can be", ["31.12.99"], [["DD.MM.YY"]]],
    ["each shape of date is settled on its own", ["2017-03-01", "31.03.2017", "n/a"], ["YYYY-MM-DD", "DD.MM.YYYY"]],
    ["a day that does not exist is a fault of its row, not a doubt", ["2017-02-28", "2017-02-30"], ["YYYY-MM-DD"]],
    ["impossible either way proves nothing", ["45/45/2017", "01/03/2017"], [["DD/MM/YYYY", "MM/DD/YYYY"]]],
    ["what is no date says nothing", ["Acme", "12", "1234.50", "+49 89 1234"], []],
  ])("%s", (_, values, expected) => expect(verdicts(values)).toEqual(expected));

  test("the question shows a value that the possible formats read differently, and its line", () => {
    const [entry] = column(["12/12/2017", "31/12/2017", "04/05/2017", "12/31/2017"]);
    expect(entry && weighDates(entry)).toEqual({
      kind: "ask",
      ways: [0, 1],
      witness: { line: 3, value: "31/12/2017" },
    });
    const [other] = column(["12/12/2017", "04/05/2017"]);
    expect(other && weighDates(other)).toMatchObject({ witness: { line: 3, value: "04/05/2017" } });
  });
});

const formats = ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "DD.MM.YYYY", "MM-DD-YYYY", "YYYY/MM/DD"] as const;
const days = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function write(day: string, format: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return format.replace("YYYY", year).replace("MM", month).replace("DD", date);
}

test("no column of dates is ever read wrongly: the format found is right, or the right one is among those asked about", () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), fc.constantFrom(...formats), (truth, format) => {
      const [entry, ...others] = column(truth.map((day) => write(day, format)));
      expect(others).toEqual([]);
      if (!entry) throw new Error("a column of dates was not seen");
      const verdict = weighDates(entry);
      if (verdict.kind === "sure") {
        const found = entry.formats[verdict.way] ?? "";
        expect(truth.map((day) => readDate(write(day, format), found))).toEqual(truth);
      } else {
        expect(verdict.kind === "ask" && verdict.ways.map((way) => entry.formats[way])).toContain(format);
      }
    }),
    { numRuns: 2000 },
  );
});
