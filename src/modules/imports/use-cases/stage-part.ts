import { err, ok, type Result } from "@/kernel/result";
import type { Context } from "@/server/use-case";
import { watchColumns } from "../domain/column-profile";
import { chosenDialect, type Delimiter, type Dialect, findDialect } from "../domain/dialect";
import { knownHeader } from "../domain/mapping";
import { noteProgress } from "../repository/progress";
import { insertPart, insertRows, type StagedPart } from "../repository/staging";
import type { ImportPart } from "../repository/target";
import { eachBatch } from "./file-rows";
import { type Probe, probeFile } from "./probe-file";

/** A file where the server keeps it. Its place never comes from the person who imports. */
export type SourceFile = { readonly name: string; readonly path: string };

/** What a person said about how a file is written; the rest is found. */
export type Chosen = {
  readonly encoding?: string | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly headerLine?: number | undefined;
};

function dialectOf({ sample, isWhole }: Probe, { preset }: ImportPart, { delimiter, headerLine }: Chosen): Dialect {
  const found = findDialect(sample, isWhole, knownHeader(preset.fields));
  if (delimiter === undefined && headerLine === undefined) return found;
  return chosenDialect(sample, isWhole, delimiter ?? found.delimiter, headerLine ?? found.headerLine ?? 0);
}

/** Keeps the rows of a file for one part of an import, as they stand there, and says how the file is written. */
export async function stagePart(
  { tx, newId }: Context,
  importId: string,
  part: ImportPart,
  position: number,
  file: SourceFile,
  chosen: Chosen,
): Promise<Result<StagedPart>> {
  const probe = await probeFile(file.path, chosen.encoding);
  if (probe.noText) return refused(probe.noText, { file: file.name });
  const dialect = dialectOf(probe, part, chosen);
  if (dialect.headers.length === 0) return refused("empty", { file: file.name });
  const watch = watchColumns(dialect.headers);
  let done = 0;
  const { rows, blank, fault } = await eachBatch(file.path, probe.encoding.encoding, dialect, async (batch) => {
    for (const { cells, line } of batch) watch.add(cells, line);
    await insertRows(
      tx,
      importId,
      part.preset.id,
      batch.map((row) => ({ id: newId(), ...row })),
    );
    done += batch.length;
    await noteProgress(importId, "read", done, 0);
  });
  if (fault) return refused(fault.reason, { file: file.name, line: fault.line });
  if (rows === 0) return refused("empty", { file: file.name });
  const staged: StagedPart = {
    importId,
    part: part.preset.id,
    position,
    target: part.target.table,
    fileName: file.name,
    bytes: probe.bytes,
    sha256: probe.sha256,
    encoding: probe.encoding,
    dialect,
    profiles: watch.profiles(),
    rows,
    blank,
  };
  await insertPart(tx, staged);
  return ok(staged);
}

function refused(reason: string, params: Readonly<Record<string, string | number>>) {
  return err({ code: "refused" as const, reason: `imports.errors.${reason}`, params });
}
