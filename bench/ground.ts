import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareDatabase } from "../scripts/lib/database";
import { type Environment, productEnvironment } from "../scripts/lib/product";
import { runToEnd, step, tsx } from "../scripts/lib/steps";

export type Ground = {
  readonly deals: number;
  readonly environment: Environment;
  readonly remove: () => Promise<void>;
};

const ofOneself = ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "WORKER_DATABASE_URL", "DATABASE_NAME"];

/** A private server with a program of so many deals, in a folder of its own; nothing of an installation is touched. */
export async function loadedGround(deals: number): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), "entente-bench-"));
  for (const name of ofOneself) delete process.env[name];
  process.env.DATA_DIR = folder;
  const database = await step(`Database for ${deals} deals`, () => prepareDatabase());
  const environment = {
    ...productEnvironment(database, "http://localhost:3000"),
    LOG_LEVEL: "silent",
    DATA_DIR: folder,
  };
  const remove = async () => {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const size = [
    `--deals=${deals}`,
    `--partners=${Math.max(20, deals / 100)}`,
    `--accounts=${Math.max(100, deals / 5)}`,
  ];
  try {
    await step("Deals", () => runToEnd({ ...tsx("prisma/seed/run.ts", "--profile=load", ...size), env: environment }));
    return { deals, environment, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
