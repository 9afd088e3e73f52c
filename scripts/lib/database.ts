import path from "node:path";
import pg from "pg";
import { type SeedState, seedState } from "../../prisma/seed/state";
import { holderOf } from "./lock";
import { migrate } from "./migrate";
import { type Cluster, startPostgres } from "./postgres";
import { againWhenDisturbed, ensureRoles, type Login, loginRoles, logins, ownerRole } from "./roles";
import { secretIn } from "./whole-file";

export type PreparedDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly authUrl: string;
  /** A direct connection, not one through a pooler: the worker listens. */
  readonly workerUrl: string;
  /** True for the private server in the data folder. */
  readonly embedded: boolean;
  readonly applied: readonly string[];
  readonly seeded: SeedState;
  /** True where a half-filled private database was thrown away. */
  readonly begunAgain: boolean;
  readonly stop: () => Promise<void>;
};

/** Where the private server, generated secrets and logs are kept. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR || ".data");
}

/** A secret that is generated once and kept in the data folder, readable by this account only. */
export function keptSecret(name: string): string {
  return secretIn(path.join(dataFolder(), `${name}.secret`));
}

/** The same server and database for another login. */
export function urlFor(ownerUrl: string, user: string, password: string): string {
  const url = new URL(ownerUrl);
  // An address that names its server by a parameter only has no place for a user otherwise.
  if (!url.hostname) url.hostname = "localhost";
  for (const parameter of ["user", "password"]) url.searchParams.delete(parameter);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.href;
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function hasDatabase(admin: pg.Client, name: string): Promise<boolean> {
  return Boolean((await admin.query("select 1 from pg_database where datname = $1", [name])).rowCount);
}

/** Makes a database of the private server where there is none of that name. */
export async function createDatabase(cluster: Cluster, name: string): Promise<void> {
  await connected(cluster.url("postgres"), (admin) =>
    againWhenDisturbed(async () => {
      if (await hasDatabase(admin, name)) return;
      await admin.query(`create database ${admin.escapeIdentifier(name)} owner ${ownerRole}`);
    }),
  );
}

/** Throws a database of the private server away whose demo program was begun and not finished. */
async function dropUnfinished(cluster: Cluster, name: string): Promise<boolean> {
  return connected(cluster.url("postgres"), async (admin) => {
    if (!(await hasDatabase(admin, name))) return false;
    if ((await connected(cluster.url(name), seedState)) !== "unfinished") return false;
    await admin.query(`drop database ${admin.escapeIdentifier(name)} with (force)`);
    return true;
  });
}

const variables = { app: "APP_DATABASE_URL", auth: "AUTH_DATABASE_URL", worker: "WORKER_DATABASE_URL" } as const;

/** The addresses of logins that the environment sets; only a server of one's own can have any. */
function givenLogins(ownerGiven: string | undefined): Partial<Record<Login, string>> {
  const given = logins.filter((login) => process.env[variables[login]]);
  if (!ownerGiven && given[0])
    throw new Error(
      `${variables[given[0]]} is set and DATABASE_URL is not. Set both, or neither for a private server.`,
    );
  if (ownerGiven && !URL.canParse(ownerGiven))
    throw new Error("DATABASE_URL is no address like postgresql://user:password@host:5432/entente.");
  return Object.fromEntries(given.map((login) => [login, process.env[variables[login]]]));
}

/** The password with which an address opens a login role; none where it names another role or has none. */
export function passwordIn(address: string, role: string): string | undefined {
  const { username, password } = new URL(address);
  return username === role && password ? decodeURIComponent(password) : undefined;
}

/**
 * A migrated database: that of DATABASE_URL where it is set, else a private one in the data folder. The logins of application,
 * sign-in and worker are made with generated passwords unless their addresses are set. Whoever is in charge of the data folder
 * stops the private server also when it ran already, and begins again with a database that was filled by half.
 */
export async function prepareDatabase({ inCharge = false, name: usual = "entente" } = {}): Promise<PreparedDatabase> {
  const ownerGiven = process.env.DATABASE_URL || undefined;
  const given = givenLogins(ownerGiven);
  const cluster = ownerGiven ? null : await startPostgres({ folder: path.join(dataFolder(), "postgres") });
  const stop = async () => {
    if (inCharge || (cluster?.started && !holderOf(dataFolder()))) await cluster?.stop();
  };
  const name = process.env.DATABASE_NAME || usual;
  const ownerUrl = ownerGiven ?? cluster?.url(name) ?? "";
  const addressOf = (login: Login) =>
    given[login] ?? urlFor(ownerUrl, loginRoles[login], keptSecret(`${login}-database`));
  const urls = { app: addressOf("app"), auth: addressOf("auth"), worker: addressOf("worker") };
  const passwords = Object.fromEntries(logins.map((login) => [login, passwordIn(urls[login], loginRoles[login])]));
  try {
    const begunAgain = cluster !== null && inCharge && (await dropUnfinished(cluster, name));
    if (cluster) {
      await ensureRoles(cluster.url("postgres"), passwords);
      await createDatabase(cluster, name);
    }
    await ensureRoles(ownerUrl, passwords, new Set(Object.keys(given)));
    const applied = await migrate(ownerUrl, path.resolve("prisma/migrations"));
    const seeded = await connected(ownerUrl, seedState);
    return {
      ownerUrl,
      appUrl: urls.app,
      authUrl: urls.auth,
      workerUrl: urls.worker,
      embedded: cluster !== null,
      applied,
      seeded,
      begunAgain,
      stop,
    };
  } catch (error) {
    await stop();
    if (cluster) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The database of DATABASE_URL could not be prepared: ${why}`, { cause: error });
  }
}
