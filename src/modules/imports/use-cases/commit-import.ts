import { err, ok, type Result } from "@/kernel/result";
import { type Context, useCase } from "@/server/use-case";
import { mayImport } from "../access";
import { answersOf, valueAnswers } from "../domain/answers";
import { countOf, type ImportReport, obstacle, rowOutcomes } from "../domain/report";
import { lockImports, writePart, writeRowEvents } from "../repository/apply";
import { outcomesOf, reconcile } from "../repository/figures";
import { findImport, type StoredImport, saveCommit } from "../repository/imports";
import { remember, remembered } from "../repository/mappings";
import { noteProgress } from "../repository/progress";
import { resolvePart } from "../repository/resolve";
import { forgetFindings } from "../repository/staging";
import type { ImportDefinition } from "../repository/target";
import { commitImportInput } from "../schema";
import { partOf, workOn } from "./check-parts";
import { definitionOf, tablesOf, targetsOf } from "./definitions";
import { signatureOf } from "./signature";
import { longWork } from "./time-limit";

/**
 * Writes a checked import into the program, all of it or nothing. Everything is looked up once more; where something has changed
 * so that it would come to anything else than the check said, nothing is written.
 */
export const commitImport = useCase({
  name: "import.commit",
  permission: "import.run",
  escalates: ["import.apply"],
  timeLimit: longWork,
  input: commitImportInput,
  async run(context, { importId, ...said }) {
    const { actor, tx, now } = context;
    return context.asSystem(async () => {
      const stored = await findImport(tx, importId);
      const definition = stored && definitionOf(stored.preset);
      if (!stored || !definition) return err({ code: "not_found", entity: "import" });
      if (!mayImport(actor, tablesOf(definition))) return err({ code: "forbidden" });
      const { report, status, name, preset } = stored;
      const goodRowsOnly = said.goodRowsOnly ?? stored.goodRowsOnly;
      if (status === "committed" || status === "undone") return conflict("alreadyCommitted");
      if (!report) return conflict("notChecked");
      const stopped = obstacle(report, goodRowsOnly);
      if (stopped) return err({ code: "refused", reason: `imports.errors.${stopped}` });

      const written = await writeParts(context, stored, definition, report);
      if (!written.ok) return written;
      await rememberParts(context, stored, definition, report);
      await saveCommit(tx, importId, { report, goodRowsOnly }, now);
      const counts = { inserted: countOf(report, "insert"), updated: countOf(report, "update") };
      const about = { subjectKind: "import", subjectId: importId, partnerId: null, audience: "vendor" as const };
      const event = { type: "import.committed", ...about, data: { name, preset, ...counts } };
      return ok({ value: { importId, report, ...counts }, events: [event] });
    });
  },
});

function conflict(reason: string) {
  return err({ code: "conflict" as const, entity: "import", reason: `imports.errors.${reason}` });
}

async function writeParts(
  context: Context,
  stored: StoredImport,
  definition: ImportDefinition,
  report: ImportReport,
): Promise<Result<null>> {
  const { tx, actor } = context;
  await lockImports(tx);
  await forgetFindings(tx, stored.id);
  const work = await workOn(context, stored.id, false);
  const targets = targetsOf(definition);
  const total = stored.parts.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const part of definition.parts) {
    const atWork = { ...work, part: part.preset.id };
    await noteProgress(stored.id, "commit", done, total);
    await resolvePart(tx, atWork, part, targets, stored.onDuplicate);
    const outcomes = await outcomesOf(tx, stored.id, part.preset.id);
    const expected = report.parts.find((candidate) => candidate.part === part.preset.id)?.outcomes;
    if (rowOutcomes.some((name) => outcomes[name] !== expected?.[name])) return conflict("changedSinceCheck");
    const { inserted, updated } = await writePart(tx, atWork, part.target);
    // Somebody else has written one of them between the look and the write.
    if (inserted !== outcomes.insert || updated !== outcomes.update) return conflict("changedSinceCheck");
    await writeRowEvents(tx, atWork, part.target, actor.kind === "person" ? actor.name : "Entente");
    await reconcile(tx, atWork, part);
    done += partOf(stored, part).rows;
    await noteProgress(stored.id, "commit", done, total);
  }
  return ok(null);
}

async function rememberParts(
  { tx, now }: Context,
  stored: StoredImport,
  { parts }: ImportDefinition,
  report: ImportReport,
): Promise<void> {
  for (const part of parts) {
    const columns = report.parts.find((candidate) => candidate.part === part.preset.id)?.mapping ?? {};
    const signature = signatureOf(partOf(stored, part).profiles);
    const before = await remembered(tx, stored.preset, part.preset.id, signature);
    const values = { ...before?.values, ...valueAnswers(answersOf(part.preset.id, stored.answers)) };
    await remember(tx, { preset: stored.preset, part: part.preset.id, signature }, { columns, values }, now);
  }
}
