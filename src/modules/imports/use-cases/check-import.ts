import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayImport } from "../access";
import { findImport, saveCheck } from "../repository/imports";
import { checkImportInput } from "../schema";
import { checkParts } from "./check-parts";
import { definitionOf, tablesOf } from "./definitions";
import { longWork } from "./time-limit";

/**
 * The dry run: understands every row, looks up what it points at and what is there already, and says what a commit would do,
 * what has to be asked and what is wrong, row by row. Writes nothing into the program. It can be done again with other answers.
 */
export const checkImport = useCase({
  name: "import.check",
  permission: "import.run",
  escalates: ["import.check"],
  timeLimit: longWork,
  input: checkImportInput,
  async run(context, { importId, answers, acceptProposals, ...choices }) {
    const { actor, tx, now } = context;
    return context.asSystem(async () => {
      const stored = await findImport(tx, importId);
      const definition = stored && definitionOf(stored.preset);
      if (!stored || !definition) return err({ code: "not_found", entity: "import" });
      if (!mayImport(actor, tablesOf(definition))) return err({ code: "forbidden" });
      if (stored.status === "committed" || stored.status === "undone")
        return err({ code: "conflict", entity: "import", reason: "imports.errors.alreadyCommitted" });
      const checked = await checkParts(context, stored, definition, { answers, acceptProposals, ...choices });
      await saveCheck(tx, importId, { ...choices, ...checked }, now);
      return ok({ value: { importId, ...checked }, events: [] });
    });
  },
});
