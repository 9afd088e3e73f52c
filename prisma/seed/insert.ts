import type pg from "pg";

/** A line of a table, with the names of the Prisma model. */
export type Line = Record<string, unknown>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
// JSON knows no bigint; amounts are safe integers.
const asJson = (_key: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);

/** Inserts lines of a table in one statement; a column that only some lines have is null in the others. */
export async function insert(db: pg.ClientBase, table: string, lines: readonly Line[], rest = ""): Promise<void> {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))].map((name) => `"${snake(name)}"`).join(", ");
  if (columns === "") return;
  const rows = lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([name, value]) => [snake(name), value])),
  );
  await db.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${rest}`,
    [JSON.stringify(rows, asJson)],
  );
}
