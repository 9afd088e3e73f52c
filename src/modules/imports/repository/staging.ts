import type { Tx } from "@/server/db";
import type { ColumnProfile } from "../domain/column-profile";
import type { DescribedRow } from "../domain/described-row";
import type { Dialect } from "../domain/dialect";
import type { FoundEncoding } from "../domain/encoding";

export type NewImport = {
  readonly id: string;
  readonly preset: string;
  readonly name: string;
  readonly createdById: string | null;
  readonly createdByName: string;
  readonly createdAt: Date;
};

/** Begins an import. False where the id is taken, by a repeat of the same request. */
export async function insertImport(tx: Tx, values: NewImport): Promise<boolean> {
  const { count } = await tx.import.createMany({ data: [{ ...values, status: "read" }], skipDuplicates: true });
  return count === 1;
}

/** A file as it was read, for one part. */
export type StagedPart = {
  readonly importId: string;
  readonly part: string;
  readonly position: number;
  readonly target: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: FoundEncoding;
  readonly dialect: Pick<Dialect, "delimiter" | "headerLine">;
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  readonly blank: number;
};

export async function insertPart(tx: Tx, { encoding, dialect, bytes, profiles, ...rest }: StagedPart): Promise<void> {
  await tx.importPart.createMany({
    data: [
      {
        ...rest,
        bytes: BigInt(bytes),
        encoding: encoding.encoding,
        encodingBy: encoding.by,
        delimiter: dialect.delimiter,
        headerLine: dialect.headerLine,
        profiles: JSON.parse(asJson(profiles)),
      },
    ],
  });
}

// JSON in the database takes no half of a letter.
function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? part.toWellFormed() : part));
}

export type StagedRow = { readonly id: string; readonly line: number; readonly cells: readonly string[] };

/** Keeps rows of a file as they stand there. */
export async function insertRows(tx: Tx, importId: string, part: string, rows: readonly StagedRow[]): Promise<void> {
  await tx.$executeRaw`insert into import_row (id, import_id, part, line, cells, identity, words)
    select id, ${importId}::uuid, ${part}, line, cells, '{}', '{}'
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as r (id uuid, line int, cells jsonb)`;
}

const batchSize = 1000;

/** The rows of a part in the order of the file, in batches; memory holds one. */
export async function eachStagedBatch(
  tx: Tx,
  importId: string,
  part: string,
  take: (rows: readonly StagedRow[]) => Promise<void>,
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await tx.importRow.findMany({
      where: { importId, part, line: { gt: after } },
      orderBy: { line: "asc" },
      take: batchSize,
      select: { id: true, line: true, cells: true },
    });
    // Cells were written as a list of texts.
    if (rows.length > 0) await take(rows as unknown as StagedRow[]);
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.line ?? after;
  }
}

/** Keeps how rows were understood. What an earlier check found is forgotten. */
export async function saveReadRows(tx: Tx, rows: readonly (DescribedRow & { readonly id: string })[]): Promise<void> {
  const lines = rows.map(({ isSound, ...row }) => ({ ...row, state: isSound ? "ready" : "error" }));
  await tx.$executeRaw`update import_row r set state = s.state, values = s.values, problems = s.problems, identity = s.identity,
      words = s.words, links = s.links, refs = '{}', target_id = null, data = '{}', fresh = '{}', children = '{}'
    from jsonb_to_recordset(${asJson(lines)}::jsonb)
      as s (id uuid, state text, values jsonb, problems jsonb, identity text[], words text[], links jsonb)
    where r.id = s.id`;
}

/** Sets rows back to how they were read, before anything was looked up in the program. */
export async function forgetFindings(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`update import_row r set target_id = null, refs = '{}',
      problems = (select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(r.problems) p where not p ? 'found'),
      state = case when exists (select from jsonb_array_elements(r.problems) p where not p ? 'found' and p ->> 'severity' = 'error')
        then 'error' else 'ready' end
    where r.import_id = ${importId}::uuid`;
}
