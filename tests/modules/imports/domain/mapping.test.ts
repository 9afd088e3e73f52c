import { describe, expect, test } from "vitest";
import { columnNamed, headerSignature, mapColumns, repeatedHeaders } from "@/modules/imports/domain/mapping";
import type { Field } from "@/modules/imports/domain/preset";

const fields: readonly Field[] = [
  { key: "customer", kind: "text", words: ["account", "company name"], required: true },
  { key: "closeDate", kind: "date", words: ["closed on"] },
  { key: "amount", kind: "money", words: ["close value"], currency: "asked" },
];
const map = (headers: string[], chosen = {}, remembered = {}) => mapColumns(headers, fields, chosen, remembered);

describe("a column feeds the field it is named after", () => {
  test.each([
    ["its words, in any case, with any separator", ["COMPANY_NAME", "closed-on", "Close  Value"]],
    ["its key", ["Customer", "close_date", "amount"]],
    ["its key run together", ["customer", "closeDate", "Amount"]],
    ["accents", ["Compány name", "Closed On", "close value"]],
  ])("%s", (_, headers) => {
    expect(map(headers)).toEqual({ mapping: { customer: 0, closeDate: 1, amount: 2 }, open: [], unused: [] });
  });

  test("what feeds nothing is listed, so that nothing is left out in silence", () => {
    expect(map(["account", "sector", "close_date"])).toMatchObject({ mapping: { amount: null }, unused: [1] });
  });

  test("a misspelt header of a required field is asked about, with the likely column", () => {
    expect(map(["Compnay name", "sector"])).toMatchObject({
      mapping: { customer: null },
      open: [{ field: "customer", columns: [0] }],
    });
  });

  test("a required field without any likely column is asked about", () => {
    expect(map(["", "sector"]).open).toEqual([{ field: "customer", columns: [] }]);
  });

  test("a name that stands twice is asked about, also for a field that may stay empty", () => {
    const { mapping, open } = map(["account", "close value", "sector", "Close Value"]);
    expect(mapping.amount).toBeNull();
    expect(open).toEqual([{ field: "amount", columns: [1, 3] }]);
  });
});

describe("what was said before", () => {
  test("a remembered mapping is taken as it was", () => {
    expect(map(["account", "x"], {}, { customer: 1, amount: null }).mapping).toEqual({
      customer: 1,
      closeDate: null,
      amount: null,
    });
  });

  test("a choice for this file counts more, also the choice of none", () => {
    expect(map(["account", "close value"], { customer: 1, amount: null }, { customer: 0, amount: 1 })).toMatchObject({
      mapping: { customer: 1, amount: null },
      open: [],
    });
  });

  test("none is no answer for a required field", () => {
    expect(map(["x"], { customer: null }).open).toEqual([{ field: "customer", columns: [] }]);
  });

  test("files of one layout have one signature, whatever the spelling of their headers", () => {
    expect(headerSignature(["Close Date", "Account"])).toBe(headerSignature(["close_date", "ACCOUNT "]));
    expect(headerSignature(["a", "b"])).not.toBe(headerSignature(["b", "a"]));
  });
});

test("a person names a column by its header or its place", () => {
  const headers = ["Account", "Value", "value", ""];
  expect(columnNamed(headers, "account")).toBe(0);
  expect(columnNamed(headers, "#3")).toBe(2);
  expect(columnNamed(headers, "")).toBeNull();
  for (const name of ["value", "other", "#0", "#5"]) expect(columnNamed(headers, name)).toBeUndefined();
});

test("headers that stand more than once are found", () => {
  expect(repeatedHeaders(["Name", "", "name ", "", "City"])).toEqual([{ header: "Name", columns: [0, 2] }]);
});
