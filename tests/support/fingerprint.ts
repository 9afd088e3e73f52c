import { sql } from "./world";

/** Number of rows and a digest of all that is in them, for every table: equal before and after means that nothing was written. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from ${name} t`,
  );
  const rows = await sql<{ name: string; rows: string }>(each.join(" union all "));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
