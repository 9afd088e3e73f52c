import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayImport } from "../access";
import { forgetImport } from "../repository/apply";
import { findImport } from "../repository/imports";
import { importInput } from "../schema";
import { definitionOf, tablesOf } from "./definitions";

/** Forgets an import that was read or checked and not committed. Nothing of it is in the program. */
export const discardImport = useCase({
  name: "import.discard",
  permission: "import.run",
  escalates: ["import.forget"],
  input: importInput,
  async run({ actor, tx, asSystem }, { importId }) {
    return asSystem(async () => {
      const stored = await findImport(tx, importId);
      const definition = stored && definitionOf(stored.preset);
      if (!stored || !definition) return err({ code: "not_found", entity: "import" });
      if (!mayImport(actor, tablesOf(definition))) return err({ code: "forbidden" });
      if (stored.status === "committed" || stored.status === "undone")
        return err({ code: "conflict", entity: "import", reason: "imports.errors.alreadyCommitted" });
      await forgetImport(tx, importId);
      return ok({ value: { importId }, events: [] });
    });
  },
});
