import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { countPartners, isTerritoryNameTaken, saveTerritoryRow, setGrants } from "../repository/territories";
import { saveTerritoryInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** Adds or changes a territory: its countries, and the partners it is granted to. */
export const saveTerritory = useCase({
  name: "vendor.saveTerritory",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveTerritoryInput,
  async run({ tx, now, newId, asSystem }, { id, version, name, countries, partnerIds }) {
    return asSystem(async () => {
      if (await isTerritoryNameTaken(tx, id, name))
        return err({ code: "invalid", fields: { name: "vendor.errors.nameTaken" } });
      if ((await countPartners(tx, partnerIds)) !== new Set(partnerIds).size)
        return err({ code: "not_found", entity: "partner" });
      if (!(await saveTerritoryRow(tx, id, version, { name, countries }))) return err(changedElsewhere);
      const grants = await setGrants(tx, id, partnerIds, { now, newId });
      const data = { name, countries: countries.join(" "), ...grants };
      return ok({ value: { id }, events: [changed("vendor.territorySaved", data, { kind: "territory", id })] });
    });
  },
});
