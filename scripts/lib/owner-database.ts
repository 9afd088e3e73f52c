import { existsSync } from "node:fs";
import path from "node:path";
import { createDatabase, dataFolder } from "./database";
import { holderOf } from "./lock";
import { startPostgres } from "./postgres";
import { ensureRoles } from "./roles";

export type OwnerDatabase = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

/**
 * The database of the settings as it is: no migration is applied. A private server that did not run is started, and stopped
 * again by `stop`. `make` makes a private database, empty, where there is none, and wants it for itself.
 */
export async function openOwnerDatabase({ make = false } = {}): Promise<OwnerDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) return { ownerUrl: given, stop: async () => {} };
  const folder = path.join(dataFolder(), "postgres");
  if (!make && !existsSync(folder))
    throw new Error(`There is no private database in ${dataFolder()}, and DATABASE_URL is not set.`);
  if (make && holderOf(dataFolder())) throw new Error("Entente runs on this database: stop it first.");
  const cluster = await startPostgres({ folder });
  const stop = async () => {
    if (cluster.started && !holderOf(dataFolder())) await cluster.stop();
  };
  try {
    const name = process.env.DATABASE_NAME || "entente";
    if (make) {
      await ensureRoles(cluster.url("postgres"), {});
      await createDatabase(cluster, name);
    }
    return { ownerUrl: cluster.url(name), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
