import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answers, questionId } from "@/modules/imports/domain/answers";
import { longestCell } from "@/modules/imports/domain/cells";
import { watchColumns } from "@/modules/imports/domain/column-profile";
import { planRows } from "@/modules/imports/domain/plan";
import type { Preset } from "@/modules/imports/domain/preset";
import { readRow } from "@/modules/imports/domain/row";
import { acceptedProposals, watchUnknownValues } from "@/modules/imports/domain/unknown-values";
import { countryVocabulary, vocabularyOf } from "@/modules/imports/domain/vocabulary";

const stages = [
  { key: "won", label: "Won", words: ["closed won"] },
  { key: "lost", label: "Lost" },
];
const types = [
  { key: "reseller", label: "Reseller" },
  { key: "msp", label: "Managed-service provider" },
];
const preset: Preset = {
  id: "test",
  identity: ({ customer }) => [`name:${customer}`],
  fields: [
    { key: "customer", kind: "text", words: [], required: true, most: 20 },
    { key: "email", kind: "text", words: [], format: "email" },
    { key: "website", kind: "text", words: [], format: "website" },
    { key: "amount", kind: "money", words: [], currency: { field: "currency" } },
    { key: "currency", kind: "choice", words: [], among: "currency" },
    { key: "closed", kind: "date", words: [] },
    { key: "seats", kind: "integer", words: [] },
    { key: "country", kind: "choice", words: [], among: "country" },
    { key: "stage", kind: "choice", words: [], among: stages },
    { key: "types", kind: "choice", words: [], among: types, many: true },
  ],
  check: ({ stage, closed }) => (stage === "won" && !closed ? [{ field: "closed", reason: "wonWithoutDate" }] : []),
};
const vocabularies = {
  country: countryVocabulary(["en"]),
  currency: vocabularyOf([
    { key: "EUR", label: "Euro" },
    { key: "USD", label: "US Dollar" },
  ]),
};

/** Reads a small file through everything a large one goes through. */
function read(headers: readonly string[], rows: readonly (readonly string[])[], answers: Answers = {}, used = preset) {
  const watch = watchColumns(headers);
  for (const [index, cells] of rows.entries()) watch.add(cells, index + 2);
  const plan = planRows(used, watch.profiles(), {}, answers, vocabularies);
  const unknown = watchUnknownValues();
  const read = rows.map((cells, index) => {
    const row = readRow(used, plan, cells);
    unknown.add(row.problems, index + 2);
    return row;
  });
  return { rows: read, questions: [...plan.questions, ...unknown.questions(plan)] };
}
const only = (header: string, value: string, answers?: Answers) => {
  const { rows, questions } = read(["customer", header], [["Acme", value]], answers);
  return { value: rows[0]?.values[header], problems: rows[0]?.problems ?? [], questions };
};

describe("values", () => {
  test.each([
    ["email", "Ann@Acme.example", "ann@acme.example"],
    ["website", "https://www.acme.co.uk/de", "https://www.acme.co.uk/de"],
    ["closed", "2017-03-01", "2017-03-01"],
    ["seats", "1,200", undefined],
    ["seats", "1200", 1200],
    ["country", "germany", "DE"],
    ["stage", "Closed Won", "won"],
    ["types", "Reseller; msp;", ["reseller", "msp"]],
    ["types", "", null],
    ["customer", " Acme\u00A0", "Acme"],
  ])("%s: %s", (header, text, expected) => {
    const { rows } = read([header === "customer" ? "x" : "customer", header], [["Acme", text]]);
    if (expected !== undefined) expect(rows[0]).toMatchObject({ values: { [header]: expected } });
    else expect(rows[0]?.problems).toMatchObject([{ reason: "unsettled", column: header, value: text }]);
  });

  test("an amount takes the currency of its row, whichever stands first", () => {
    const { rows, questions } = read(["customer", "amount", "currency"], [["Acme", "10.50", "USD"]]);
    expect(questions).toEqual([]);
    expect(rows[0]?.values.amount).toEqual({ amount: 1050, currency: "USD" });
  });

  test.each([
    ["customer is missing", ["customer"], [""], "missing"],
    ["text too long", ["customer"], ["x".repeat(21)], "tooLong"],
    ["e-mail", ["customer", "email"], ["Acme", "ann@acme"], "notAnEmail"],
    ["website", ["customer", "website"], ["Acme", "localhost"], "notAWebsite"],
    ["date", ["customer", "closed"], ["Acme", "soon"], "notADate"],
    ["a day that does not exist", ["customer", "closed"], ["Acme", "2017-02-30"], "notADate"],
    ["number", ["customer", "seats"], ["Acme", "1.5"], "notANumber"],
    ["amount", ["customer", "amount", "currency"], ["Acme", "much", "EUR"], "notAnAmount"],
    ["cents of cents", ["customer", "amount", "currency"], ["Acme", "1.2345", "EUR"], "tooManyDigits"],
    ["another currency", ["customer", "amount", "currency"], ["Acme", "$1", "EUR"], "otherCurrency"],
    ["no currency", ["customer", "amount", "currency"], ["Acme", "1", ""], "noCurrency"],
    ["country", ["customer", "country"], ["Acme", "Atlantis"], "unknownValue"],
    ["what the preset demands", ["customer", "stage", "closed"], ["Acme", "won", ""], "wonWithoutDate"],
    ["too few cells", ["customer", "email"], ["Acme"], "tooFewCells"],
    ["too many cells", ["customer"], ["Acme", "more"], "tooManyCells"],
    ["a letter that could not be decoded", ["customer"], ["M\uFFFDller"], "undecodable"],
  ])("a problem names its reason: %s", (_, headers, cells, reason) => {
    expect(read(headers, [cells]).rows[0]?.problems.map((problem) => problem.reason)).toEqual([reason]);
  });

  test("a cell beyond all measure is named and not repeated", () => {
    const [row] = read(["customer", "note"], [["Acme", "x".repeat(longestCell + 1)]]).rows;
    expect(row?.problems).toMatchObject([{ reason: "tooLong", column: "note", params: { most: longestCell } }]);
    expect(row?.problems[0]?.value.length).toBeLessThan(100);
  });

  test("empty cells behind the last column are no cells", () => {
    expect(read(["customer"], [["Acme", "", " "]]).rows[0]?.problems).toEqual([]);
  });

  test.each(["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"])(
    "%s is kept as text, with a warning",
    (text) => {
      const { rows } = read(["customer", "note"], [["Acme", text]]);
      expect(rows[0]?.problems).toMatchObject([{ reason: "formula", severity: "warning", column: "note" }]);
    },
  );

  test.each(["-12.50", "+49 89 1234", "-", "2-3"])("%s is no formula", (text) => {
    expect(read(["customer", "note"], [["Acme", text]]).rows[0]?.problems).toEqual([]);
  });
});

describe("what has to be asked", () => {
  test("an ambiguous date keeps its rows unread until it is answered", () => {
    const open = only("closed", "01/02/2017");
    expect(open.questions).toMatchObject([
      { kind: "date", id: "date:closed:n/n/nnnn", choices: ["DD/MM/YYYY", "MM/DD/YYYY"], witness: { line: 2 } },
    ]);
    expect(open.problems).toMatchObject([{ reason: "unsettled", field: "closed" }]);
    const answered = only("closed", "01/02/2017", { "date:closed:n/n/nnnn": "MM/DD/YYYY" });
    expect(answered).toMatchObject({ value: "2017-01-02", problems: [], questions: [] });
  });

  test("an answer for every field, and a format nobody proposed", () => {
    expect(only("closed", "01/02/2017", { "date:*:n/n/nnnn": "DD/MM/YYYY" }).value).toBe("2017-02-01");
    expect(only("closed", "2017-01-02", { "date:closed:nnnn-n-n": "YYYY-DD-MM" }).value).toBe("2017-02-01");
  });

  test("an answer counts more than what the values prove, and its faults are named", () => {
    const said = only("closed", "31/12/2017", { "date:closed:n/n/nnnn": "MM/DD/YYYY" });
    expect(said).toMatchObject({ value: null, questions: [], problems: [{ reason: "notADate" }] });
  });

  test("a mark that could be either", () => {
    const open = only("seats", "1.234");
    expect(open.questions).toMatchObject([{ kind: "decimal", id: "decimal:seats", choices: [".", ","] }]);
    expect(only("seats", "1.234", { "decimal:seats": "," })).toMatchObject({ value: 1234, questions: [] });
  });

  test("an amount without any currency", () => {
    expect(only("amount", "12")).toMatchObject({ questions: [{ kind: "currency", id: "currency:amount" }] });
    expect(only("amount", "12", { "currency:*": "EUR" })).toMatchObject({
      value: { amount: 1200, currency: "EUR" },
      questions: [],
    });
  });

  test("an amount of a preset that cannot know its currency", () => {
    const asked: Preset = { ...preset, fields: [{ key: "price", kind: "money", words: [], currency: "asked" }] };
    expect(read(["price"], [["12"]], {}, asked).questions).toMatchObject([{ kind: "currency", id: "currency:price" }]);
    expect(read(["price"], [["12"]], { "currency:*": "USD" }, asked).rows[0]?.values.price).toEqual({
      amount: 1200,
      currency: "USD",
    });
  });

  test("a misspelt value is asked about once, with how many rows have it and what it may mean", () => {
    const headers = ["customer", "country"];
    const rows = [
      ["a", "Germany"],
      ["b", "Philipines"],
      ["c", "philipines"],
      ["d", "Korea"],
    ];
    const { questions } = read(headers, rows);
    expect(questions).toMatchObject([
      { kind: "value", text: "Philipines", rows: 2, line: 3, proposals: [{ key: "PH", label: "Philippines" }] },
      { kind: "value", text: "Korea", rows: 1, line: 5, proposals: [{ key: "KP" }, { key: "KR" }] },
    ]);
    const accepted = acceptedProposals(questions);
    expect(accepted).toEqual({ [questionId.value("country", "Philipines")]: "PH" });
    const again = read(headers, rows, { ...accepted, "value:country:korea": "KR" });
    expect(again.questions).toEqual([]);
    expect(again.rows.map((row) => row.values.country)).toEqual(["DE", "PH", "PH", "KR"]);
  });

  test("a value may be said to mean nothing, but not in a field that must have one", () => {
    expect(only("country", "n/a", { "value:country:n a": "" })).toMatchObject({ value: null, problems: [] });
  });

  test("an answer that is no value of the list is none", () => {
    expect(only("country", "Atlantis", { "value:country:atlantis": "XX" }).questions).toHaveLength(1);
  });

  test("a missing column of a required field", () => {
    const { questions } = read(["kunde"], [["Acme"]]);
    expect(questions).toEqual([{ kind: "column", id: "column:customer", field: "customer", columns: [] }]);
    expect(read(["kunde"], [["Acme"]], { "column:customer": "Kunde" })).toMatchObject({
      questions: [],
      rows: [{ values: { customer: "Acme" } }],
    });
  });
});

test("whatever the cells hold: a row is read, or every value that was not is named; nothing is lost in silence", () => {
  const headers = preset.fields.map(({ key }) => key);
  const texts = ["", "Acme", "1,234", "1.5", "EUR", "01/02/2017", "2017-01-02", "DE", "won", "msp;reseller", "=1", "x"];
  const cell = fc.oneof(fc.constantFrom(...texts), fc.string());
  fc.assert(
    fc.property(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), (cells) => {
      const [row] = read(headers, [cells]).rows;
      const named = new Set(row?.problems.map(({ field }) => field));
      for (const [index, key] of headers.entries()) {
        const isFilled = (cells[index] ?? "").trim() !== "";
        if (isFilled && row?.values[key] === null && !/^[;,|/\s]+$/.test(cells[index] ?? ""))
          expect(named).toContain(key);
      }
    }),
  );
});
