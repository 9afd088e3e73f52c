import { isNoteOptional, type ReasonKind, reliesOn } from "@/modules/deals/domain/reasons";
import type { Tx } from "@/server/db";
import { type ReasonRow, reasonsOf, reasonUses } from "../repository/reasons";

export type ListedReason = ReasonRow & {
  readonly used: number;
  /** Why it is always offered; null where it can be switched off. */
  readonly fixed: "rules" | "last" | null;
  /** Whether its note is a choice of the vendor; else everybody who gives it writes one. */
  readonly noteIsChoice: boolean;
};

/** The reasons of a kind in their order, with how often each was given and what can be done about it. */
export async function listReasons(tx: Tx, kind: ReasonKind): Promise<ListedReason[]> {
  const uses = await reasonUses(tx, kind);
  const rows = await reasonsOf(tx, kind);
  return rows.map((row) => ({
    ...row,
    used: uses.get(row.code) ?? 0,
    fixed: row.builtIn ? reliesOn(kind, row.code) : null,
    noteIsChoice: isNoteOptional[kind],
  }));
}
