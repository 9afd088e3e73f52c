import { z } from "zod";
import type { Known } from "@/modules/imports/domain/preset";
import type { Tx } from "@/server/db";
import type { OfferedReason, ReasonKind } from "../domain/reasons";

/** The reasons that can be given now, in the vendor's order. */
export function offeredReasons(tx: Tx, kind: ReasonKind): Promise<OfferedReason[]> {
  return tx.reasonCode.findMany({
    where: { kind, active: true, removedAt: null },
    orderBy: [{ place: "asc" }, { code: "asc" }],
    select: { code: true, noteRequired: true },
  });
}

const named = z.record(z.string(), z.string());

/** The reasons a file may name: by their code, or what they are called; also those nobody can choose any more. */
export async function reasonWords(tx: Tx, kind: ReasonKind): Promise<Known[]> {
  const rows = await tx.reasonCode.findMany({
    where: { kind, removedAt: null },
    orderBy: [{ place: "asc" }, { code: "asc" }],
    select: { code: true, names: true },
  });
  return rows.map(({ code, names }) => {
    const given = named.parse(names);
    const plain = code.replaceAll("_", " ");
    return { key: code, label: given.en ?? Object.values(given)[0] ?? plain, words: [plain, ...Object.values(given)] };
  });
}
