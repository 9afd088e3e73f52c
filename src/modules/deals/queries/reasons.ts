import type { Tx } from "@/server/db";
import { type OfferedReason, type ReasonKind, reasonKinds } from "../domain/reasons";

export type ReasonChoices = Readonly<Record<ReasonKind, readonly OfferedReason[]>>;

/** The reasons that forms offer, each kind in the vendor's order. */
export async function reasonChoices(tx: Tx): Promise<ReasonChoices> {
  const rows = await tx.reasonCode.findMany({
    where: { active: true, removedAt: null },
    orderBy: [{ place: "asc" }, { code: "asc" }],
    select: { kind: true, code: true, noteRequired: true },
  });
  const of = (kind: ReasonKind) =>
    rows.filter((row) => row.kind === kind).map(({ code, noteRequired }) => ({ code, noteRequired }));
  // Every kind has its list.
  return Object.fromEntries(reasonKinds.map((kind) => [kind, of(kind)])) as Record<ReasonKind, OfferedReason[]>;
}
