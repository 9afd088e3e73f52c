import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { setProductActive } from "../repository/structure";
import { setProductLineActiveInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Whether new deals may be registered for a product line; deals that have it keep it. */
export const setProductLineActive = useCase({
  name: "vendor.setProductLineActive",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: setProductLineActiveInput,
  async run({ tx, asSystem }, { id, version, active }) {
    if (!(await asSystem(() => setProductActive(tx, id, version, active)))) return err(changedElsewhere);
    const type = active ? "vendor.productLineBack" : "vendor.productLineRetired";
    return ok({ value: { id }, events: [changed(type, {}, { kind: "product_line", id })] });
  },
});
