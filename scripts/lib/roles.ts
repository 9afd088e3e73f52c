import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** The database roles whose policies show each kind of actor its rows. */
export const readerRoles = [
  "entente_partner",
  "entente_partner_own",
  "entente_vendor_all",
  "entente_vendor_scoped",
  "entente_system",
] as const;
export const ownerRole = "entente_owner";

/** Who connects: the application, the sign-in, and the worker to its job queue. */
export const logins = ["app", "auth", "worker"] as const;
export type Login = (typeof logins)[number];
export const loginRoles = {
  app: "entente_app",
  auth: "entente_auth",
  worker: "entente_worker",
} as const satisfies Record<Login, string>;

const extensions = ["btree_gist", "pg_trgm"];
const queueSchema = "graphile_worker";

// Made by somebody else at this moment, or changed by them, or a deadlock with them.
const disturbances = new Set(["23505", "40001", "40P01", "42710", "42P04"]);
const attempts = 40;

function isDisturbance(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return disturbances.has(error.code ?? "") || error.message.startsWith("tuple concurrently");
}

/** Does something again that somebody else got in the way of. Roles belong to the server, where no lock of ours reaches. */
export async function againWhenDisturbed(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === attempts || !isDisturbance(error)) throw error;
      await wait(20 + Math.random() * 80);
    }
  }
}

/**
 * Makes the roles and extensions a database of ours needs; safe to repeat, also by several at once. Roles belong to the server,
 * not to a database, so no migration may make them. The login roles inherit nothing and own nothing but the worker its queue. A
 * login whose password is kept gets one only when it is made here.
 */
export async function ensureRoles(
  ownerUrl: string,
  passwords: Partial<Record<Login, string>>,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await againWhenDisturbed(async () => {
      await client.query("begin");
      try {
        await makeRoles(client, passwords, kept);
        await grantRights(client);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      }
    });
  } finally {
    await client.end();
  }
}

async function makeRoles(
  client: pg.Client,
  passwords: Partial<Record<Login, string>>,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const role of [ownerRole, ...readerRoles]) await createRole(client, role, "nologin");
  for (const login of logins) {
    const created = await createRole(client, loginRoles[login], "login noinherit");
    const password = passwords[login];
    if (password && (created || !kept.has(login)))
      await client.query(
        `alter role ${loginRoles[login]} with login noinherit password ${client.escapeLiteral(password)}`,
      );
  }
  await client.query(`grant ${readerRoles.join(", ")} to ${loginRoles.app}`);
  await client.query(`grant ${ownerRole}, ${loginRoles.worker} to current_user`);
}

async function grantRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const database = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`grant create, connect on database ${database} to ${ownerRole}, ${loginRoles.worker}`);
  await client.query(`grant connect on database ${database} to ${loginRoles.app}, ${loginRoles.auth}`);
  await client.query("revoke create on schema public from public");
  await client.query(`grant create, usage on schema public to ${ownerRole}`);
  for (const extension of extensions) await client.query(`create extension if not exists ${extension}`);
  await client.query(giveQueueToWorker);
}

// A queue that was restored, or made before the worker had a login, belongs to somebody else.
const giveQueueToWorker = `do $$ declare statement text; begin
  for statement in
    select format('alter schema %I owner to ${loginRoles.worker}', nspname) from pg_namespace
    where nspname = '${queueSchema}' and nspowner <> '${loginRoles.worker}'::regrole
    union all
    select format('alter table %s owner to ${loginRoles.worker}', oid::regclass) from pg_class
    where relnamespace = to_regnamespace('${queueSchema}') and relkind in ('r', 'p', 'v') and relowner <> '${loginRoles.worker}'::regrole
    union all
    select format('alter routine %s owner to ${loginRoles.worker}', oid::regprocedure) from pg_proc
    where pronamespace = to_regnamespace('${queueSchema}') and proowner <> '${loginRoles.worker}'::regrole
    union all
    select format('alter type %s owner to ${loginRoles.worker}', oid::regtype) from pg_type t
    where typnamespace = to_regnamespace('${queueSchema}') and typtype = 'c' and typowner <> '${loginRoles.worker}'::regrole
      and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c')
  loop execute statement; end loop;
end $$`;

async function createRole(client: pg.Client, role: string, options: string): Promise<boolean> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (!rowCount) await client.query(`create role ${role} ${options}`);
  return !rowCount;
}
