import type { ListColumn, ListDeclaration } from "@/kernel/list";
import type { PartnerSort } from "./domain/list-filter";

export const partnerColumns = [
  "name",
  "tier",
  "types",
  "region",
  "manager",
  "contact",
  "signed",
  "activity",
  "waiting",
  "openDeals",
  "open",
  "won",
] as const;
export type PartnerColumn = (typeof partnerColumns)[number];

const columns: readonly ListColumn<PartnerColumn, PartnerSort>[] = [
  { id: "name", usual: true, sort: "name" },
  { id: "tier", usual: true },
  { id: "types" },
  { id: "region", usual: true },
  { id: "manager", usual: true },
  { id: "contact", usual: true },
  { id: "signed", sort: "signed", largestFirst: true },
  { id: "activity" },
  { id: "waiting", usual: true },
  { id: "openDeals" },
  { id: "open", usual: true },
  { id: "won", usual: true },
];
const ofDeals: readonly PartnerColumn[] = ["activity", "waiting", "openDeals", "open", "won"];

/** The list of partners; who reads no deals, or no contacts, reads nothing that is made of them. */
export function partnerList({
  withDeals,
  withContacts,
}: {
  withDeals: boolean;
  withContacts: boolean;
}): ListDeclaration<PartnerColumn, PartnerSort> {
  return {
    id: "partners",
    columns: columns.filter(({ id }) => (withDeals || !ofDeals.includes(id)) && (withContacts || id !== "contact")),
    sort: { by: "name", descending: false },
  };
}
