import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayImport } from "../access";
import { keptRecords, lockImports, takeBack } from "../repository/apply";
import { findImport } from "../repository/imports";
import { importInput } from "../schema";
import { definitionOf, tablesOf } from "./definitions";
import { longWork } from "./time-limit";

/**
 * Takes an import back: what it inserted goes, what it updated is as it was before. What somebody has changed since, or has come
 * to rely on, stays and is listed.
 */
export const undoImport = useCase({
  name: "import.undo",
  permission: "import.run",
  escalates: ["import.takeBack"],
  timeLimit: longWork,
  input: importInput,
  async run({ actor, tx, now, asSystem }, { importId }) {
    return asSystem(async () => {
      const stored = await findImport(tx, importId);
      const definition = stored && definitionOf(stored.preset);
      if (!stored || !definition) return err({ code: "not_found", entity: "import" });
      if (!mayImport(actor, tablesOf(definition))) return err({ code: "forbidden" });
      if (stored.status !== "committed")
        return err({ code: "conflict", entity: "import", reason: "imports.errors.notCommitted" });
      await lockImports(tx);
      const { removed, restored } = await takeBack(tx, importId, now);
      const kept = await keptRecords(tx, importId);
      const about = { subjectKind: "import", subjectId: importId, partnerId: null, audience: "vendor" as const };
      const data = { name: stored.name, removed, restored, kept: kept.length };
      return ok({ value: { importId, removed, restored, kept }, events: [{ type: "import.undone", ...about, data }] });
    });
  },
});
