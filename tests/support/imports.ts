import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import type { Actor } from "@/kernel/actor";
import type { Result } from "@/kernel/result";
import { checkImport } from "@/modules/imports/use-cases/check-import";
import { commitImport } from "@/modules/imports/use-cases/commit-import";
import { readFile } from "@/modules/imports/use-cases/read-file";
import type { SourceFile } from "@/modules/imports/use-cases/stage-part";
import { undoImport } from "@/modules/imports/use-cases/undo-import";
import { newId } from "@/server/ids";
import { execute } from "@/server/use-case";
import { done } from "./deals";
import { fingerprint } from "./fingerprint";
import { noon, sql } from "./world";

const program: Actor = { kind: "system", cause: "import" };
const caller = (now: Date) => ({ now, newId });

export type Choices = {
  readonly answers?: Readonly<Record<string, string>>;
  readonly acceptProposals?: boolean;
  readonly onDuplicate?: "skip" | "update";
  readonly goodRowsOnly?: boolean;
};

/** The files of a folder. */
export function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder).map((name) => ({ name, path: path.join(folder, name) }));
}

const folder = mkdtempSync(path.join(tmpdir(), "entente-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file with these lines. */
export function fileWith(name: string, lines: readonly string[]): SourceFile {
  const place = path.join(folder, name);
  writeFileSync(place, lines.map((line) => `${line}\n`).join(""));
  return { name, path: place };
}

/** Reads files as an import of a preset and returns its id. */
export async function readImport(
  preset: string,
  files: readonly SourceFile[],
  actor: Actor = program,
): Promise<string> {
  const importId = newId();
  done(await execute(readFile(files), actor, { importId, preset, name: preset }, caller(noon)));
  return importId;
}

/** Checks an import. */
export async function checked(importId: string, choices: Choices = {}, actor: Actor = program) {
  const given = { answers: {}, acceptProposals: false, onDuplicate: "skip", goodRowsOnly: false, ...choices };
  return done(await execute(checkImport, actor, { importId, ...given }, caller(noon)));
}

/** Tries to commit an import. */
export function commit(
  importId: string,
  actor: Actor = program,
  now: Date = noon,
  said: { readonly goodRowsOnly?: boolean } = {},
): Promise<Result<{ inserted: number; updated: number }>> {
  return execute(commitImport, actor, { importId, ...said }, caller(now));
}

/** Takes an import back. */
export async function undone(importId: string, actor: Actor = program) {
  return done(await execute(undoImport, actor, { importId }, caller(noon)));
}

/** What is in every table of the program, the import's own notes and the list of events aside. */
export async function programRows(): Promise<Record<string, string>> {
  const all = Object.entries(await fingerprint());
  return Object.fromEntries(all.filter(([table]) => !/^(import|import_.*|event|event_delivery)$/.test(table)));
}

/** Reads, checks and commits lines of one file; throws where the check finds anything to ask or to mend. */
export async function imported(preset: string, lines: readonly string[], choices: Choices = {}): Promise<string> {
  const id = await readImport(preset, [fileWith(`${preset}.csv`, lines)]);
  await checked(id, choices);
  done(await commit(id));
  return id;
}

/** What became of the rows of an import, line by line: the outcome, and the reasons of its problems. */
export async function rowsOf(importId: string): Promise<string[]> {
  const rows = await sql<{ line: number; state: string; reasons: string[] | null }>(
    `select line, state, (select array_agg(concat_ws(' ', p ->> 'field', p ->> 'reason')) from jsonb_array_elements(problems) p) as reasons
     from import_row where import_id = $1 order by part, line`,
    [importId],
  );
  return rows.map(({ line, state, reasons }) => [line, state, ...(reasons ?? [])].join(" ").trim());
}
