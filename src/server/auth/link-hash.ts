import { createHash } from "node:crypto";

/** What is kept of a link: whoever reads the database cannot make the link of it. */
export function linkHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
