import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { node, runToEnd } from "./steps";
import { replaceWhole } from "./whole-file";

const sources = [
  "src",
  "messages",
  "public",
  "prisma/schema",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
];
const stamp = ".next/entente-build.sha256";
const client = "src/server/generated/prisma/client.ts";

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((name) => name !== "generated")
    .flatMap((name) => filesUnder(path.join(place, name)));
}

/** One hash over everything a production build is made of. */
export function sourceHash(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder).sort())
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Whether the production build there is was made from these sources. */
export function buildIsFresh(): boolean {
  if (![".next/BUILD_ID", stamp, client].every((file) => existsSync(file))) return false;
  return readFileSync(stamp, "utf8") === sourceHash();
}

/** Makes the database client, which seed, worker and build import. */
export async function generateClient(): Promise<void> {
  await runToEnd(node("node_modules/prisma/build/index.js", "generate"));
}

/** Makes the production build. */
export async function build(): Promise<void> {
  if (!existsSync(client)) await generateClient();
  const before = sourceHash();
  // A build that is cut off must not pass for the one before it.
  rmSync(stamp, { force: true });
  await runToEnd({
    ...node("node_modules/next/dist/bin/next", "build"),
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  replaceWhole(stamp, before);
}
