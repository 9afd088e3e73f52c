import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { reasonUses, removeReasonRow } from "../repository/reasons";
import { removeReasonInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Removes a reason of the vendor that nobody has given yet; one that somebody gave is switched off instead. */
export const removeReason = useCase({
  name: "vendor.removeReason",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: removeReasonInput,
  async run({ tx, now, asSystem }, { kind, code, version }) {
    return asSystem(async () => {
      const used = (await reasonUses(tx, kind)).get(code) ?? 0;
      if (used > 0) return err({ code: "refused", reason: "vendor.errors.reasonInUse", params: { count: used } });
      if (!(await removeReasonRow(tx, kind, code, version, now))) return err(changedElsewhere);
      return ok({ value: { kind, code }, events: [changed("vendor.reasonRemoved", { kind, code })] });
    });
  },
});
