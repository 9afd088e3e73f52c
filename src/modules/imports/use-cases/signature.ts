import { createHash } from "node:crypto";
import type { ColumnProfile } from "../domain/column-profile";
import { headerSignature } from "../domain/mapping";

/** By what files of one layout are recognised, short enough for a key. */
export function signatureOf(profiles: readonly ColumnProfile[]): string {
  return createHash("sha256")
    .update(headerSignature(profiles.map(({ header }) => header)))
    .digest("hex");
}
