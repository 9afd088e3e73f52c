import type { Tx } from "@/server/db";

/** The territories a channel manager may get, by name. */
export function territoriesOf(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.region.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
}
