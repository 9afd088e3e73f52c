import type { ReactNode } from "react";
import type { Tone } from "@/ui/tone";

export type DataTableColumn = {
  id: string;
  header: string;
  /** Numbers stand at the end of their column; the first such column shares line one of the card on a phone. */
  align?: "start" | "end";
  /** Left out on a phone, or on a tablet and a phone. */
  hide?: "phone" | "tablet";
  /** Never broken, such as a number; `wide` where there is room. */
  oneLine?: boolean | "wide";
  /** A CSS length. */
  width?: string;
  /** The same list sorted by this column; `direction` when it is sorted by it now. */
  sort?: { href: string; direction?: "ascending" | "descending" };
  /** The column that names the row and holds its link; without it the first one. */
  main?: boolean;
};

export type DataTableRow = {
  id: string;
  href: string;
  /** The accessible name of the row's link; it contains what the main cell shows. */
  label: string;
  /** By column id; what the main cell holds stands inside the link, so it has no link of its own. */
  cells: Record<string, ReactNode>;
  tone?: Tone;
  /** Its version and the names of the actions it allows, where rows can be chosen. */
  choose?: { version: number; can: readonly string[] };
  /** What stands beside the table on a wide screen while this row is the current one. */
  preview?: ReactNode;
};
