import type { Tx } from "@/server/db";

/** A record an undo left where it was. */
export type KeptRecordRow = {
  readonly target: string;
  readonly recordId: string;
  readonly why: "changed" | "in_use";
  readonly label: string;
};

const most = 200;

/** What an undo left, with what the file called it where its rows are still there. */
export async function keptAfterUndo(tx: Tx, importId: string): Promise<readonly KeptRecordRow[]> {
  const kept = await tx.importWrite.findMany({
    where: { importId, kept: { in: ["changed", "in_use"] }, kind: { in: ["insert", "update"] } },
    orderBy: { position: "asc" },
    take: most,
    select: { target: true, recordId: true, kept: true },
  });
  const rows = await tx.importRow.findMany({
    where: { importId, targetId: { in: kept.map(({ recordId }) => recordId) } },
    select: { targetId: true, values: true },
  });
  const labels = new Map(rows.map(({ targetId, values }) => [targetId, nameIn(values)]));
  return kept.map(({ kept: why, ...row }) => ({
    ...row,
    why: why === "changed" ? "changed" : "in_use",
    label: labels.get(row.recordId) ?? row.recordId,
  }));
}

function nameIn(values: unknown): string | undefined {
  const { name, reference } = values as Record<string, unknown>;
  return typeof name === "string" ? name : typeof reference === "string" ? reference : undefined;
}
