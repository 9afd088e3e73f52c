import { z } from "zod";
import type { Tx } from "@/server/db";
import type { Answers } from "../domain/answers";
import type { Mapping } from "../domain/mapping";

const columns = z.record(z.string(), z.number().int().nullable());
const values = z.record(z.string(), z.string());

/** What was said about files of a layout. */
export type Remembered = { readonly columns: Mapping; readonly values: Answers };

/** What was said about files of this layout before; null where there was none. */
export async function remembered(tx: Tx, preset: string, part: string, signature: string): Promise<Remembered | null> {
  const row = await tx.importMapping.findUnique({ where: { preset_part_signature: { preset, part, signature } } });
  return row && { columns: columns.parse(row.columns), values: values.parse(row.values) };
}

/** Keeps what was said, for the next file of the layout. */
export async function remember(
  tx: Tx,
  place: { readonly preset: string; readonly part: string; readonly signature: string },
  said: Remembered,
  now: Date,
): Promise<void> {
  const values = { columns: { ...said.columns }, values: { ...said.values }, usedAt: now };
  await tx.importMapping.upsert({
    where: { preset_part_signature: place },
    create: { ...place, ...values },
    update: values,
  });
}
