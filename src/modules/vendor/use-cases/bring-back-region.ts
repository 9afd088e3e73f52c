import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { setRegionRetired } from "../repository/structure";
import { retireInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** A retired region can be chosen again. */
export const bringBackRegion = useCase({
  name: "vendor.bringBackRegion",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: retireInput,
  async run({ tx, asSystem }, { id, version }) {
    if (!(await asSystem(() => setRegionRetired(tx, id, version, null)))) return err(changedElsewhere);
    return ok({ value: { id }, events: [changed("vendor.regionBack", {}, { kind: "region", id })] });
  },
});
