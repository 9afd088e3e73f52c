import { err, ok } from "@/kernel/result";
import { drawnAnew } from "@/server/pictures";
import { useCase } from "@/server/use-case";
import { saveLogoImage } from "../repository/installation";
import { saveLogoInput } from "../schema";
import { changed } from "./changed";

const largest = { width: 640, height: 160 } as const;

/** The vendor's logo. It is read by its content and drawn anew, so that nothing but a picture is ever kept or served. */
export const saveLogo = useCase({
  name: "vendor.saveLogo",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: saveLogoInput,
  async run({ tx, now, asSystem }, { image }) {
    const drawn = await drawnAnew(Buffer.from(image, "base64"), largest);
    if (!drawn) return err({ code: "invalid", fields: { image: "vendor.errors.logoKind" } });
    await asSystem(() => saveLogoImage(tx, drawn, now));
    const { digest, width, height } = drawn;
    return ok({ value: { digest }, events: [changed("vendor.logoSaved", { digest, width, height })] });
  },
});
