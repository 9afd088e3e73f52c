import { once } from "node:events";
import { expect, test } from "vitest";
import { endChild, endLeftBehind, endOf, lastLines, startChild } from "../../scripts/lib/children";
import { isRunning, markOf } from "../../scripts/lib/processes";

const program = (code: string) => ({ command: process.execPath, args: ["-e", code] });
const piped = ["ignore", "pipe", "pipe"] as const;

/** A child that starts another one and says its number; both run on. */
async function parentAndChild() {
  const parent = startChild(
    program(`const { spawn } = require("node:child_process");
      console.log(spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" }).pid);
      setInterval(() => {}, 1000);`),
    [...piped],
  );
  const [said] = await once(parent.stdout ?? parent, "data");
  const mark = markOf(Number(said));
  if (!mark) throw new Error("the grandchild does not run");
  return { parent, grandchild: mark };
}

test("a child is ended with what it started", async () => {
  const { parent, grandchild } = await parentAndChild();
  await endChild(parent);
  expect(isRunning(grandchild)).toBe(false);
  expect(endOf(parent)).toBe("was ended by SIGTERM");
});

test("what is left behind is ended also when the head of the group is gone", async () => {
  const { parent, grandchild } = await parentAndChild();
  const mark = markOf(parent.pid ?? 0) ?? "";
  parent.kill("SIGKILL");
  await once(parent, "exit");
  expect(isRunning(grandchild)).toBe(true);
  expect(await endLeftBehind([mark])).toBe(true);
  expect(isRunning(grandchild)).toBe(false);
});

test("a number that belongs to another process by now is left alone", async () => {
  const child = startChild(program("setInterval(() => {}, 1000)"), "ignore");
  const mark = markOf(child.pid ?? 0) ?? "";
  expect(await endLeftBehind([`${child.pid}@1`])).toBe(false);
  expect(isRunning(mark)).toBe(true);
  await endChild(child);
});

test("the last twenty lines of a child are kept, of both its outputs", async () => {
  const child = startChild(
    program("for (let n = 1; n <= 30; n += 1) console.log('line', n); console.error('the reason'); process.exit(3)"),
    [...piped],
  );
  await once(child, "close");
  const lines = lastLines(child).split("\n");
  expect(lines).toHaveLength(20);
  expect(lines).toContain("the reason");
  expect(lines).toContain("line 30");
  expect(endOf(child)).toBe("ended with 3");
});
