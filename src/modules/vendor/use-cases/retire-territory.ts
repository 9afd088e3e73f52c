import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { retireTerritoryRow, setGrants } from "../repository/territories";
import { retireInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Takes a territory away, with everything that was granted of it. */
export const retireTerritory = useCase({
  name: "vendor.retireTerritory",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: retireInput,
  async run({ tx, now, newId, asSystem }, { id, version }) {
    return asSystem(async () => {
      if (!(await retireTerritoryRow(tx, id, version, now))) return err(changedElsewhere);
      const { ended } = await setGrants(tx, id, [], { now, newId });
      return ok({ value: { id }, events: [changed("vendor.territoryRetired", { ended }, { kind: "territory", id })] });
    });
  },
});
