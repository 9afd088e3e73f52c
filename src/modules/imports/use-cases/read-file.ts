import { err, ok, type Result } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayImport } from "../access";
import type { FoundEncoding } from "../domain/encoding";
import { insertImport } from "../repository/staging";
import type { ImportDefinition, ImportPart } from "../repository/target";
import { readFileInput } from "../schema";
import { definitionOf, tablesOf } from "./definitions";
import { isEncoding } from "./probe-file";
import { type SourceFile, stagePart } from "./stage-part";
import { longWork } from "./time-limit";

/** How a file was found to be written, and what is in it. */
export type FileRead = {
  readonly part: string;
  readonly file: string;
  readonly encoding: FoundEncoding;
  readonly delimiter: string;
  readonly headerLine: number | null;
  readonly rows: number;
  readonly blank: number;
};

type PlacedPart = { readonly part: ImportPart; readonly file: SourceFile };

function placed({ parts }: ImportDefinition, files: readonly SourceFile[]): Result<PlacedPart[]> {
  const found = parts.map((part) => ({
    part,
    file: part.file === null ? files[0] : files.find(({ name }) => name.toLowerCase() === part.file),
  }));
  const missing = found.find(({ file }) => !file);
  if (missing) {
    const file = missing.part.file ?? "";
    return err({ code: "refused", reason: "imports.errors.fileMissing", params: { file } });
  }
  return ok(found.flatMap(({ part, file }) => (file ? [{ part, file }] : [])));
}

/**
 * Reads the file or files of an import as they stand, and keeps their rows with the import: how each is written, how many rows
 * it has. Nothing is understood yet, and nothing is written into the program.
 */
export function readFile(files: readonly SourceFile[]) {
  return useCase({
    name: "import.read",
    permission: "import.run",
    escalates: ["import.stage"],
    timeLimit: longWork,
    input: readFileInput,
    async run(context, { importId, preset, name, ...chosen }) {
      const { actor, tx, now } = context;
      const definition = definitionOf(preset);
      if (!definition) return err({ code: "invalid", fields: { preset: "imports.errors.unknownPreset" } });
      if (!mayImport(actor, tablesOf(definition))) return err({ code: "forbidden" });
      if (chosen.encoding && !isEncoding(chosen.encoding))
        return err({ code: "invalid", fields: { encoding: "imports.errors.unknownEncoding" } });
      const parts = placed(definition, files);
      if (!parts.ok) return parts;
      return context.asSystem(async () => {
        const person = actor.kind === "person" ? actor : null;
        const by = { createdById: person?.personId ?? null, createdByName: person?.name ?? "Entente" };
        if (!(await insertImport(tx, { id: importId, preset, name, ...by, createdAt: now })))
          return err({ code: "conflict", entity: "import", reason: "imports.errors.idTaken" });
        const read: FileRead[] = [];
        for (const [position, { part, file }] of parts.value.entries()) {
          const staged = await stagePart(context, importId, part, position, file, chosen);
          if (!staged.ok) return staged;
          const { dialect, encoding, rows, blank } = staged.value;
          const { delimiter, headerLine } = dialect;
          read.push({ part: part.preset.id, file: file.name, encoding, delimiter, headerLine, rows, blank });
        }
        const used = new Set(parts.value.map(({ file }) => file.name));
        const unused = files.map((file) => file.name).filter((file) => !used.has(file));
        return ok({ value: { importId, parts: read, unusedFiles: unused }, events: [] });
      });
    },
  });
}
