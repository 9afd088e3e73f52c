import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, type Lock, takeLock } from "../../scripts/lib/lock";
import { markOf } from "../../scripts/lib/processes";

let folder = "";
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "entente-lock-"));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function taken(): Lock {
  const lock = takeLock(folder);
  if ("holder" in lock) throw new Error("somebody else is in charge");
  return lock;
}

/** Processes that wait for a word, then all try to take the lock, and stay; resolves with what each of them got. */
async function tryElsewhere(count: number): Promise<string[]> {
  const program = `const { takeLock } = await import(${JSON.stringify(path.resolve("scripts/lib/lock.ts"))});
    process.stdin.on("data", () => console.log("holder" in takeLock(${JSON.stringify(folder)}) ? "told" : "in charge"));
    console.log("waits");`;
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]),
  );
  started.push(...children);
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const answers = children.map((child) => once(child.stdout, "data"));
  for (const child of children) child.stdin.write("go\n");
  return (await Promise.all(answers)).map(([said]) => String(said).trim());
}

test("a second one is told who is in charge and what it does", () => {
  taken().write({ doing: "production build", url: "http://localhost:3000" });
  const second = takeLock(folder);
  expect(second).toMatchObject({ holder: { doing: "production build", url: "http://localhost:3000" } });
});

test("after its release nobody is in charge, and nothing was left behind", () => {
  const lock = taken();
  lock.write({ children: ["123@456"] });
  lock.release();
  expect(holderOf(folder)).toBeNull();
  expect(taken().leftBehind).toEqual([]);
});

test("a killed one is followed, and its successor is told which processes it left behind", () => {
  const note = { launcher: "1@not-the-start-of-1", children: ["123@456"], since: "", doing: "", url: null };
  writeFileSync(path.join(folder, "up.7.lock"), JSON.stringify(note));
  expect(holderOf(folder)).toBeNull();
  expect(taken().leftBehind).toEqual(["123@456"]);
  expect(readdirSync(folder)).toEqual(["up.8.lock"]);
  expect(holderOf(folder)?.launcher).toBe(markOf(process.pid));
});

test.each(["no lock", "a dead lock"])(
  "of several that start at the same moment over %s exactly one gets it",
  async (over) => {
    if (over === "a dead lock") taken().release();
    expect((await tryElsewhere(5)).sort()).toEqual(["in charge", "told", "told", "told", "told"]);
  },
);
