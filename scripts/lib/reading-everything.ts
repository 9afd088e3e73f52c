import pg from "pg";
import { ownerRole } from "./roles";

const rightsStatement = `select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;

// Tables of ours whose rows the owner would not all see: no policy that lets the owner see every row, or one that narrows it.
const hiddenStatement = `select c.oid::regclass::text as name from pg_class c where c.relowner = $1::regrole and c.relkind in ('r', 'p')
  and c.relrowsecurity and (
    not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd = '*'
      and $1::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')
    or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))`;

/**
 * Makes sure that row security hides nothing from this connection: whoever may pass it by does so, and gets an error instead of
 * fewer rows should that fail; anybody else reads as the owner of the tables, whose policies are looked at first.
 */
async function seeEverything(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ unbound: boolean }>(rightsStatement);
  if (rows[0]?.unbound) {
    await client.query("set row_security = off");
    return;
  }
  await client.query(`set role ${ownerRole}`);
  const { rows: hidden } = await client.query<{ name: string }>(hiddenStatement, [ownerRole]);
  if (hidden.length > 0)
    throw new Error(`Row security hides rows of ${hidden.map(({ name }) => name).join(", ")} from ${ownerRole}.`);
}

/** Reads one and the same state of a whole database from beginning to end, whatever others write meanwhile. */
export async function readingEverything<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  snapshot?: string,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await seeEverything(client);
    await client.query("begin isolation level repeatable read read only");
    if (snapshot) await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
    return await work(client);
  } finally {
    await client.end();
  }
}
