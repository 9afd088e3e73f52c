import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PreparedDatabase, prepareDatabase } from "./database";
import { type Cluster, startPostgres } from "./postgres";
import { productEnvironment, seedDemo } from "./product";
import { step } from "./steps";

export type Ground = {
  readonly folder: string;
  readonly database: PreparedDatabase;
  readonly environment: Readonly<Record<string, string>>;
  /** A second server with an empty database. */
  readonly elsewhere: () => Promise<string>;
  readonly remove: () => Promise<void>;
};

const ofOneself = ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "WORKER_DATABASE_URL", "DATABASE_NAME"];

/**
 * A private server with the demo program in a new folder, as safe against crashes as that of an installation; nothing of an
 * installation is touched. This process gets the settings of a web process, so call it before anything of the server is used.
 */
export async function makeGround(url: string): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), "entente-drill-"));
  for (const name of ofOneself) delete process.env[name];
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL ??= "silent";
  const others: Cluster[] = [];
  const database = await step("Database", () => prepareDatabase());
  const environment = productEnvironment(database, url);
  const remove = async () => {
    await Promise.all([database.stop(), ...others.map((cluster) => cluster.stop())]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await step("Demo program", () => seedDemo(environment));
    Object.assign(process.env, environment, { DATABASE_URL: "" });
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    folder,
    database,
    environment,
    async elsewhere() {
      const cluster = await startPostgres({ folder: path.join(folder, `elsewhere-${others.length + 1}`) });
      others.push(cluster);
      return cluster.url("postgres");
    },
    remove,
  };
}
