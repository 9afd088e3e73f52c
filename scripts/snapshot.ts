import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { catalogueText } from "./lib/catalogue";

const file = "prisma/snapshot.sql.txt";

/** The catalogue of a cluster made for this moment: all migrations on an empty database. */
async function freshCatalogue(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "entente-snapshot-"));
  // The environment is read when the module is loaded or first used, so it is set before.
  process.env.DATA_DIR = folder;
  for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_DATABASE_URL", "WORKER_DATABASE_URL"])
    delete process.env[name];
  const { prepareDatabase } = await import("./lib/database");
  const database = await prepareDatabase();
  try {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    try {
      return await catalogueText(client);
    } finally {
      await client.end();
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const text = await freshCatalogue();
if (process.argv.includes("--write")) {
  writeFileSync(file, text);
  console.log(`${file}: ${text.split("\n").length} lines`);
} else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error(`${file} does not say what the migrations make: npm run db:snapshot, then read the difference`);
  process.exitCode = 1;
}
