import type pg from "pg";

type Definition = { table: string; name: string; definition: string };

/**
 * Takes the secondary indexes, foreign keys and exclusions of some tables away, and returns what makes them again as they were: one
 * sort or join over all rows instead of a look-up for each of them. Making a constraint again checks every row, so whatever breaks
 * one fails there. Primary and unique keys stay. All of it belongs into one transaction.
 */
export async function takeIndexesAway(db: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows: constraints } = await db.query<Definition>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('f', 'x') and conrelid = any ($1::regclass[]) order by 1, 2`,
    [tables],
  );
  const { rows: indexes } = await db.query<Definition>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisunique
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid) order by 1, 2`,
    [tables],
  );
  for (const { table, name } of constraints) await db.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await db.query(definition);
    for (const { table, name, definition } of constraints)
      await db.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}
