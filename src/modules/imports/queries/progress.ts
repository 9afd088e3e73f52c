import { z } from "zod";
import type { Tx } from "@/server/db";
import { readProgress } from "../repository/progress";

/** How far an import is at this moment; `step` is null while nobody works on it. */
export type ImportProgress = { readonly step: string | null; readonly done: number; readonly total: number };

// Whoever works on an import says so at least this often.
const silentMs = 20_000;
const idle: ImportProgress = { step: null, done: 0, total: 0 };

/** Whether somebody works on an import, and how far they are. */
export async function importProgress(tx: Tx, importId: string, now: Date): Promise<ImportProgress> {
  if (!z.uuid().safeParse(importId).success) return idle;
  const noted = await readProgress(tx, importId);
  if (!noted || now.getTime() - noted.at.getTime() > silentMs) return idle;
  return { step: noted.step, done: noted.done, total: noted.total };
}
