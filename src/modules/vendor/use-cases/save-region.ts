import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayLieBelow } from "../domain/region-tree";
import { allRegions, isRegionCodeTaken, saveRegionRow } from "../repository/structure";
import { saveRegionInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Adds, renames or moves a region. Whoever looks after a region looks after what lies below it, from this moment on. */
export const saveRegion = useCase({
  name: "vendor.saveRegion",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveRegionInput,
  async run({ tx, asSystem }, { id, version, ...content }) {
    return asSystem(async () => {
      const regions = await allRegions(tx);
      const parent = regions.find((region) => region.id === content.parentId);
      if (content.parentId && (!parent || parent.retiredAt))
        return err({ code: "invalid", fields: { parentId: "vendor.errors.noRegion" } });
      if (!mayLieBelow(regions, id, content.parentId))
        return err({ code: "invalid", fields: { parentId: "vendor.errors.belowItself" } });
      if (await isRegionCodeTaken(tx, id, content.code))
        return err({ code: "invalid", fields: { code: "vendor.errors.codeTaken" } });
      if (!(await saveRegionRow(tx, id, version, content))) return err(changedElsewhere);
      const type = version === 0 ? "vendor.regionAdded" : "vendor.regionSaved";
      return ok({ value: { id }, events: [changed(type, content, { kind: "region", id })] });
    });
  },
});
