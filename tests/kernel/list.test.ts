import { describe, expect, test } from "vitest";
import { type ListDeclaration, listAddress, lookFrom, nextSort, safeCell, shownColumns } from "@/kernel/list";

const list: ListDeclaration<"name" | "amount" | "day", "name" | "amount"> = {
  id: "things",
  columns: [
    { id: "name", usual: true, sort: "name" },
    { id: "amount", usual: true, sort: "amount", largestFirst: true },
    { id: "day" },
  ],
  sort: { by: "name", descending: false },
};

describe("what is chosen is in the address", () => {
  test.each([
    ["", {}],
    ["?sort=-amount", { sort: { by: "amount", descending: true } }],
    ["?columns=day", { columns: ["name", "day"] }],
    [
      "?open=yes&sort=amount&columns=amount,day",
      { sort: { by: "amount", descending: false }, columns: ["name", "amount", "day"] },
    ],
  ] as const)("%s is read and written alike", (address, look) => {
    const search = Object.fromEntries(new URLSearchParams(address));
    expect(lookFrom(list, search)).toEqual(look);
    expect(listAddress(list, search.open ? "?open=yes" : "", look)).toBe(address);
  });

  test.each(["?sort=day", "?sort=-", "?sort=id;drop", "?columns=", "?columns=secret,name"])(
    "%s chooses nothing",
    (address) => expect(lookFrom(list, Object.fromEntries(new URLSearchParams(address)))).toEqual({}),
  );

  test("the usual order is not spelled out", () =>
    expect(listAddress(list, "", { sort: { by: "name", descending: false } })).toBe(""));

  test("the column that names the row cannot be taken away", () => {
    expect(shownColumns(list, { columns: ["day"] }).map(({ id }) => id)).toEqual(["name", "day"]);
    expect(shownColumns(list, {}).map(({ id }) => id)).toEqual(["name", "amount"]);
  });
});

test("the head of a column: its own order, the other way round, as usual", () => {
  const [, amount = { id: "amount" as const }] = list.columns;
  const first = nextSort(amount, list.sort);
  expect(first).toEqual({ by: "amount", descending: true });
  const second = nextSort(amount, first ?? list.sort);
  expect(second).toEqual({ by: "amount", descending: false });
  expect(nextSort(amount, second ?? list.sort)).toBeUndefined();
  expect(nextSort({ id: "day" }, list.sort)).toBeUndefined();
});

test.each([
  ["=1+1", "'=1+1"],
  ["+49 89 1234", "'+49 89 1234"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-cmd|calc", "'-cmd|calc"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["-12.50", "-12.50"],
  ["-7", "-7"],
  ["Müller = Söhne", "Müller = Söhne"],
])("[S10] the cell %j is exported as %j", (text, cell) => expect(safeCell(text)).toBe(cell));
