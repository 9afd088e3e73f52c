import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { allRegions, regionUse, setRegionRetired } from "../repository/structure";
import { retireInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Takes a region out of every choice. Refused while something still belongs to it, so nobody is left without a region. */
export const retireRegion = useCase({
  name: "vendor.retireRegion",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: retireInput,
  async run({ tx, now, asSystem }, { id, version }) {
    return asSystem(async () => {
      const regions = await allRegions(tx);
      const region = regions.find((each) => each.id === id);
      if (!region) return err({ code: "not_found", entity: "region" });
      const { partners, people } = await regionUse(tx, id);
      const below = regions.filter((each) => each.parentId === id && !each.retiredAt).length;
      if (partners + people + below > 0)
        return err({ code: "refused", reason: "vendor.errors.regionInUse", params: { partners, people, below } });
      if (!(await setRegionRetired(tx, id, version, now))) return err(changedElsewhere);
      return ok({
        value: { id },
        events: [changed("vendor.regionRetired", { name: region.name }, { kind: "region", id })],
      });
    });
  },
});
