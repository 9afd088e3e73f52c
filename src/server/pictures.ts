import { createHash } from "node:crypto";
import sharp from "sharp";

export type Drawn = {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly digest: string;
};

const kinds = new Set(["png", "jpeg", "webp", "gif"]);
const mostPixels = 24_000_000;
const mostBytes = 262_144;

/**
 * A picture drawn anew as PNG, no larger than a box, without anything else that was in the file. Null where the content is not a
 * picture of dots, whatever its name said: drawings that can carry scripts are refused.
 */
export async function drawnAnew(file: Buffer, box: { width: number; height: number }): Promise<Drawn | null> {
  try {
    const given = sharp(file, { limitInputPixels: mostPixels, failOn: "error" });
    const { format } = await given.metadata();
    if (!kinds.has(format)) return null;
    const { data, info } = await given
      .rotate()
      .resize({ ...box, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    if (data.length > mostBytes) return null;
    const digest = createHash("sha256").update(data).digest("hex").slice(0, 32);
    return { image: new Uint8Array(data), width: info.width, height: info.height, digest };
  } catch {
    return null;
  }
}
