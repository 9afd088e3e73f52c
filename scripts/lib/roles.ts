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

const extensions = ["btree_gist", "pg_trgm"];

export type Passwords = { readonly app: string; readonly auth: string };

/**
 * Makes the roles and extensions a database of ours needs; safe to repeat. Roles belong to the server, not to a database, so no
 * migration may make them. The login roles own nothing and inherit nothing.
 */
export async function ensureRoles(ownerUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Several databases of one server may be prepared at once.
    await client.query("select pg_advisory_lock(72707370)");
    for (const role of [ownerRole, ...readerRoles]) await createRole(client, role, "nologin");
    for (const [role, password] of [
      ["entente_app", passwords.app],
      ["entente_auth", passwords.auth],
    ] as const) {
      await createRole(client, role, "login noinherit");
      await client.query(`alter role ${role} with login noinherit password ${client.escapeLiteral(password)}`);
    }
    await client.query(`grant ${readerRoles.join(", ")} to entente_app`);
    await client.query(`grant ${ownerRole} to current_user`);
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const database = client.escapeIdentifier(rows[0]?.name ?? "");
    await client.query(`grant create, connect on database ${database} to ${ownerRole}`);
    await client.query("revoke create on schema public from public");
    await client.query(`grant create, usage on schema public to ${ownerRole}`);
    for (const extension of extensions) await client.query(`create extension if not exists ${extension}`);
  } finally {
    await client.end();
  }
}

async function createRole(client: pg.Client, role: string, options: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (!rowCount) await client.query(`create role ${role} ${options}`);
}
