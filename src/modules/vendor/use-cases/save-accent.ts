import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveInstallation } from "../repository/installation";
import { saveAccentInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** The one colour of the portal; without one it is the product's own. */
export const saveAccent = useCase({
  name: "vendor.saveAccent",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveAccentInput,
  async run({ tx, asSystem }, { version, accent }) {
    const isSaved = await asSystem(() => saveInstallation(tx, version, { accent: accent || null }));
    if (!isSaved) return err(changedElsewhere);
    return ok({ value: { saved: true }, events: [changed("vendor.accentSaved", { accent: accent || null })] });
  },
});
