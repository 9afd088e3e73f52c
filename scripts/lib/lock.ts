import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isRunning, markOf } from "./processes";
import { createWhole, replaceWhole } from "./whole-file";

/** What the launcher of a data folder writes down about itself, for the next one. */
export type Note = {
  /** Marks of processes: of the launcher, and of those it started. */
  readonly launcher: string;
  readonly children: readonly string[];
  readonly since: string;
  readonly doing: string;
  /** Where the product is served, once it is. */
  readonly url: string | null;
};

export type Lock = {
  readonly write: (change: Partial<Omit<Note, "launcher">>) => void;
  readonly release: () => void;
  /** Marks of processes whose launcher was killed. */
  readonly leftBehind: readonly string[];
};

const pattern = /^up\.(\d+)\.lock$/;
const fileOf = (folder: string, number: number) => path.join(folder, `up.${number}.lock`);
const numbersIn = (folder: string) =>
  readdirSync(folder)
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number);
const newestIn = (folder: string) => Math.max(0, ...numbersIn(folder));

/** The newest note of a folder, with its number. */
function newestNote(folder: string): { number: number; note: Note | null } {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const number = newestIn(folder);
    if (number === 0) return { number, note: null };
    try {
      // Its writer is this program, and nobody sees a file half written.
      return { number, note: JSON.parse(readFileSync(fileOf(folder, number), "utf8")) };
    } catch (error) {
      // A successor may have removed it between the two looks.
      if (newestIn(folder) === number) throw error;
    }
  }
}

/** The launcher that is in charge of a data folder, if one lives. */
export function holderOf(folder: string): Note | null {
  const { note } = newestNote(folder);
  return note && isRunning(note.launcher) ? note : null;
}

/**
 * Takes charge of a data folder, or tells who is. The file with the highest number is the lock; a dead one stays until its
 * successor is there, so of many that start at once exactly one makes the next number.
 */
export function takeLock(folder: string): Lock | { readonly holder: Note } {
  for (;;) {
    const { number, note: before } = newestNote(folder);
    if (before && isRunning(before.launcher)) return { holder: before };
    const leftBehind = before?.children ?? [];
    const since = new Date().toISOString();
    let note: Note = {
      launcher: markOf(process.pid) ?? "",
      children: leftBehind,
      since,
      doing: "the database",
      url: null,
    };
    const file = fileOf(folder, number + 1);
    if (!createWhole(file, JSON.stringify(note))) continue;
    if (newestIn(folder) > number + 1) {
      // Who looked before others came and went has made a number that was used before.
      rmSync(file, { force: true });
      continue;
    }
    for (const old of numbersIn(folder)) if (old <= number) rmSync(fileOf(folder, old), { force: true });
    return {
      leftBehind,
      write(change) {
        note = { ...note, ...change };
        replaceWhole(file, JSON.stringify(note));
      },
      release: () => replaceWhole(file, JSON.stringify({ ...note, launcher: "", children: [] })),
    };
  }
}
