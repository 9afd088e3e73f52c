import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveInstallation } from "../repository/installation";
import { saveStep } from "../repository/setup";
import { saveProfileInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** The vendor's name, and the language and zone the program is run in. */
export const saveProfile = useCase({
  name: "vendor.saveProfile",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveProfileInput,
  async run({ actor, tx, now, asSystem }, { version, ...profile }) {
    const byName = actor.kind === "person" ? actor.name : "";
    const isSaved = await asSystem(async () => {
      if (!(await saveInstallation(tx, version, profile))) return false;
      await saveStep(tx, "company", "done", { now, byName });
      return true;
    });
    if (!isSaved) return err(changedElsewhere);
    return ok({ value: { saved: true }, events: [changed("vendor.profileSaved", profile)] });
  },
});
