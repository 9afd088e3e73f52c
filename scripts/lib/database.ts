import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "./migrate";
import { startPostgres } from "./postgres";
import { ensureRoles, ownerRole } from "./roles";

export type PreparedDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
  /** True for the private server in the data folder. */
  readonly embedded: boolean;
  readonly applied: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Where the private server, generated secrets and logs are kept. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR ?? ".data");
}

/** A secret that is generated once and kept in the data folder, readable by this account only. */
export function keptSecret(name: string): string {
  const file = path.join(dataFolder(), `${name}.secret`);
  mkdirSync(dataFolder(), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** The same server and database for another login. */
export function urlFor(ownerUrl: string, user: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)} owner ${ownerRole}`);
  } finally {
    await client.end();
  }
}

/**
 * A migrated database: that of DATABASE_URL where it is set, else a private one in the data folder. The logins of the
 * application and of the sign-in are made with generated passwords unless their addresses are set.
 */
export async function prepareDatabase({
  log = () => {},
}: {
  log?: (line: string) => void;
} = {}): Promise<PreparedDatabase> {
  const passwords = { app: keptSecret("app-database"), auth: keptSecret("auth-database") };
  const given = process.env.DATABASE_URL;
  const cluster = given ? null : await startPostgres({ folder: path.join(dataFolder(), "postgres"), log });
  const name = process.env.DATABASE_NAME ?? "entente";
  const ownerUrl = given ?? cluster?.url(name) ?? "";
  try {
    if (cluster) {
      await ensureRoles(cluster.url("postgres"), passwords);
      await createDatabase(cluster.url("postgres"), name);
    }
    await ensureRoles(ownerUrl, passwords);
    const applied = await migrate(ownerUrl, path.resolve("prisma/migrations"));
    return {
      ownerUrl,
      appUrl: process.env.APP_DATABASE_URL ?? urlFor(ownerUrl, "entente_app", passwords.app),
      authUrl: process.env.AUTH_DATABASE_URL ?? urlFor(ownerUrl, "entente_auth", passwords.auth),
      embedded: cluster !== null,
      applied,
      stop: async () => cluster?.stop(),
    };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}
