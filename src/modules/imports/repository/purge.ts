import { z } from "zod";
import type { Tx } from "@/server/db";

export const purgedSchema = z.object({ purged: z.number(), forgotten: z.number() });
export type Purged = z.infer<typeof purgedSchema>;

/** Forgets rows of imports that were done before a moment, and imports that were begun before it and never done. */
export async function purgeRows(tx: Tx, before: Date): Promise<Purged> {
  const [purged] = await tx.$queryRaw<Purged[]>`select purged, forgotten from entente.purge_imports(${before})`;
  return purged ?? { purged: 0, forgotten: 0 };
}
