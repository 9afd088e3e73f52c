import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSource, type Source } from "./source-syntax";

/** Folders that hold our own code. */
export const codeFolders = ["src", "scripts", "prisma", "tests", "e2e", "bench"] as const;

const skippedFolders = new Set(["node_modules", ".next", ".data", "generated", "fixtures", "migrations"]);
const codeFile = /\.(ts|tsx|mts|mjs|cjs|js)$/;

/**
 * Paths of our own code files, relative to `root`, sorted. Generated files, fixtures and migrations are left out.
 * A missing folder counts as empty.
 */
export function codePaths(root: string, folders: readonly string[] = codeFolders): string[] {
  return folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => codeFile.test(path) && !path.endsWith(".d.ts"));
}

/** Reads and parses our own code files below `root`. */
export function readSources(root: string, folders: readonly string[] = codeFolders): Source[] {
  return codePaths(root, folders).map((path) => parseSource(path, readFileSync(join(root, path), "utf8")));
}

/** Every file below a folder, relative to `root`, sorted. */
export function filesBelow(root: string, folder: string): string[] {
  const found: string[] = [];
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const entry of listing(join(root, current))) {
      const path = posix.join(current, entry.name);
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && !skippedFolders.has(entry.name)) pending.push(path);
    }
  }
  return found.sort();
}

function listing(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
