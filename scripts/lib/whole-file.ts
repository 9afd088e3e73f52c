import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

function beside<T>(file: string, text: string, move: (from: string) => T): T {
  mkdirSync(path.dirname(file), { recursive: true });
  const from = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(from, text, { mode: 0o600 });
    return move(from);
  } finally {
    rmSync(from, { force: true });
  }
}

/** Makes a file with its text, readable by this account only; false where it was there. Two who try at once: one makes it. */
export function createWhole(file: string, text: string): boolean {
  return beside(file, text, (from) => {
    try {
      linkSync(from, file);
      return true;
    } catch (error) {
      if (existsSync(file)) return false;
      throw error;
    }
  });
}

/** Replaces a file: whoever reads it sees the old text or the new one, also after a crash. */
export function replaceWhole(file: string, text: string): void {
  beside(file, text, (from) => renameSync(from, file));
}

/** A secret that is generated once and kept in a file. */
export function secretIn(file: string): string {
  if (!existsSync(file)) createWhole(file, randomBytes(32).toString("base64url"));
  return readFileSync(file, "utf8");
}
