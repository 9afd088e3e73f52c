import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { isProductCodeTaken, productLineInUse, saveProductRow } from "../repository/structure";
import { saveProductLineInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Adds or renames a product line. Its code stays once deals have it, because program rules and imports go by it. */
export const saveProductLine = useCase({
  name: "vendor.saveProductLine",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveProductLineInput,
  async run({ tx, asSystem }, { id, version, ...content }) {
    return asSystem(async () => {
      const used = await productLineInUse(tx, id);
      if (used && used.deals > 0 && used.code !== content.code)
        return err({ code: "invalid", fields: { code: "vendor.errors.codeInUse" } });
      if (await isProductCodeTaken(tx, id, content.code))
        return err({ code: "invalid", fields: { code: "vendor.errors.codeTaken" } });
      if (!(await saveProductRow(tx, id, version, content))) return err(changedElsewhere);
      const type = version === 0 ? "vendor.productLineAdded" : "vendor.productLineSaved";
      return ok({ value: { id }, events: [changed(type, content, { kind: "product_line", id })] });
    });
  },
});
