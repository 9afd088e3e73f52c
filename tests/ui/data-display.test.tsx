import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { labelled, stacked } from "@/ui/chart/columns";
import { DataTable, type DataTableProps } from "@/ui/data-table/data-table";
import { nextRow } from "@/ui/data-table/use-row-keys";

const columns: DataTableProps["columns"] = [
  { id: "number", header: "Number", hide: "tablet" },
  { id: "customer", header: "Customer", main: true, sort: { href: "?sort=customer", direction: "ascending" } },
  { id: "amount", header: "Amount", align: "end" },
];
const rows: DataTableProps["rows"] = [
  {
    id: "1",
    href: "/deals/1",
    label: "Isarwerk AG, D-26-1184",
    cells: { number: "D-26-1184", customer: "Isarwerk AG", amount: "€184,000" },
  },
];

describe("the data table", () => {
  it("names each row by the link of its main cell", () => {
    const html = renderToStaticMarkup(<DataTable label="Deals" columns={columns} rows={rows} empty="Nothing" />);
    expect(html).toMatch(/<th scope="row"[^>]*><a [^>]*aria-label="Isarwerk AG, D-26-1184"/);
    expect(html.match(/<a /g)).toHaveLength(2);
  });

  it("says how it is sorted and sorts through a link", () => {
    const html = renderToStaticMarkup(<DataTable label="Deals" columns={columns} rows={rows} empty="Nothing" />);
    expect(html).toMatch(/<th scope="col" aria-sort="ascending"[^>]*><a [^>]*href="[^"]*\?sort=customer"/);
  });

  it("shows what to do where there are no rows", () => {
    expect(renderToStaticMarkup(<DataTable label="Deals" columns={columns} rows={[]} empty="Nothing" />)).toBe(
      "Nothing",
    );
  });

  it("moves by one row and stops at both ends", () => {
    expect(nextRow("j", -1, 3)).toBe(0);
    expect(nextRow("j", 2, 3)).toBe(2);
    expect(nextRow("k", 1, 3)).toBe(0);
    expect(nextRow("k", -1, 3)).toBe(0);
    expect(nextRow("x", 1, 3)).toBeUndefined();
    expect(nextRow("j", -1, 0)).toBeUndefined();
  });
});

describe("the values on columns", () => {
  it("are all written where there are few, else the last and a highest that stands apart", () => {
    expect([...labelled([3, 1, 2])]).toEqual([0, 1, 2]);
    expect([...labelled([1, 9, 1, 1, 1, 1, 1, 2])]).toEqual([1, 7]);
    expect([...labelled([1, 1, 1, 1, 1, 1, 9, 2])]).toEqual([7]);
  });
});

describe("a stacked column", () => {
  it("puts each part on the one before", () => {
    const parts = [3, 2, 0].map((value) => ({ value, text: String(value) }));
    expect(stacked({ value: 5, parts })).toEqual([
      [0, 3],
      [3, 5],
      [5, 5],
    ]);
  });

  it("is one piece where it has no parts", () => expect(stacked({ value: 5 })).toEqual([[0, 5]]));
});
