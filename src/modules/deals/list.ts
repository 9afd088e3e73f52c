import type { Side } from "@/kernel/actor";
import type { ListColumn, ListDeclaration } from "@/kernel/list";
import type { DealSort } from "./domain/list-filter";

export const dealColumns = [
  "customer",
  "number",
  "partner",
  "product",
  "amount",
  "status",
  "stage",
  "when",
  "owner",
  "reviewer",
  "created",
  "submitted",
  "protected",
  "close",
  "won",
  "lostOn",
  "lostReason",
] as const;
export type DealColumn = (typeof dealColumns)[number];

const columns: readonly ListColumn<DealColumn, DealSort>[] = [
  { id: "customer", usual: true, sort: "customer" },
  { id: "number", usual: true },
  { id: "partner", usual: true },
  { id: "product", usual: true },
  { id: "amount", usual: true, sort: "amount", largestFirst: true },
  { id: "status", usual: true },
  { id: "stage", usual: true },
  { id: "when", usual: true },
  { id: "owner" },
  { id: "reviewer" },
  { id: "created", sort: "created", largestFirst: true },
  { id: "submitted" },
  { id: "protected", sort: "protected" },
  { id: "close", sort: "close" },
  { id: "won" },
  { id: "lostOn" },
  { id: "lostReason" },
];

/** The list of deals: for the vendor's people of all partners, for a partner of its own. */
export function dealList(side: Side): ListDeclaration<DealColumn, DealSort> {
  return {
    id: "deals",
    columns: side === "vendor" ? columns : columns.filter(({ id }) => id !== "partner"),
    sort: { by: "created", descending: true },
  };
}
