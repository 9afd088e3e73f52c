import type pg from "pg";
import { ownerRole } from "./roles";

/** A table of ours: its name as SQL takes it, and the columns that are stored and not worked out. */
export type Table = { readonly name: string; readonly columns: readonly string[] };

// Migrations write down themselves which of them were applied.
const bookkeeping = "_prisma_migrations";

/** Every table with data of ours, by name. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relowner = $1::regrole and c.relname <> $2 and n.nspname !~ '^pg_'
     group by c.oid, n.nspname, c.relname order by 1`,
    [ownerRole, bookkeeping],
  );
  return rows;
}

export type Digest = { readonly rows: string; readonly digest: string };

/** How values are written out, wherever they are compared. */
export const steadyText = `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
  set extra_float_digits = 1; set bytea_output = 'hex'`;

/** Number of rows, and a digest of all that is in them whatever their order. Needs `steadyText`. */
export async function digestOf(client: pg.Client, table: string): Promise<Digest> {
  const { rows } = await client.query<Digest>(
    `select count(*)::text as rows, coalesce(sum(
       ('x' || encode(substr(sha256(convert_to(t::text, 'UTF8')), 1, 7), 'hex'))::bit(56)::bigint::numeric), 0)::text as digest
     from only ${table} t`,
  );
  return rows[0] ?? { rows: "0", digest: "0" };
}

/** The digest of every table. */
export async function digestsOf(client: pg.Client): Promise<Record<string, string>> {
  await client.query(steadyText);
  const digests: Record<string, string> = {};
  for (const { name } of await tablesOf(client)) {
    const { rows, digest } = await digestOf(client, name);
    digests[name] = `${rows} rows ${digest}`;
  }
  return digests;
}
