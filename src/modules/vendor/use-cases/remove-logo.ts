import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { removeLogoImage } from "../repository/installation";
import { removeLogoInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** The portal shows the vendor's name alone again. */
export const removeLogo = useCase({
  name: "vendor.removeLogo",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: removeLogoInput,
  async run({ tx, now, asSystem }, { digest }) {
    if (!(await asSystem(() => removeLogoImage(tx, digest, now)))) return err(changedElsewhere);
    return ok({ value: { removed: true }, events: [changed("vendor.logoRemoved", { digest })] });
  },
});
