import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { urlFor } from "../../scripts/lib/database";
import { templateName, testPassword } from "./cluster";

/** The database of one test file: a clone of the migrated template. Set before any server code reads its settings. */
const name = `test_${randomBytes(6).toString("hex")}`;
const clusterUrl = inject("clusterUrl");

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  // Two files may clone at once; the template accepts one copy at a time.
  await client.query("select pg_advisory_lock(72707371)");
  await client.query(statement);
  await client.end();
}

function databaseUrl(): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

await asAdmin(`create database ${name} template ${templateName}`);
process.env.DATABASE_URL = databaseUrl();
process.env.APP_DATABASE_URL = urlFor(databaseUrl(), "entente_app", testPassword);
process.env.AUTH_DATABASE_URL = urlFor(databaseUrl(), "entente_auth", testPassword);
process.env.APP_URL = "http://localhost:3000";
process.env.NEXTAUTH_SECRET = "a secret that is only used in tests, 32 bytes";
process.env.LOG_LEVEL = "silent";
process.env.FILES_DIR = path.join(tmpdir(), `entente-files-${name}`);

afterAll(async () => {
  const { disconnect } = await import("@/server/db");
  await disconnect();
  await rm(path.join(tmpdir(), `entente-files-${name}`), { recursive: true, force: true });
  await asAdmin(`drop database if exists ${name} with (force)`);
});

/** The owner's address of this file's database, for seeding and for looking behind row-level security. */
export function testDatabaseUrl(): string {
  return databaseUrl();
}
