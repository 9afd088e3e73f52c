import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning, markOf } from "./processes";

/** The processes that a process has started, where Linux shows them. */
function childrenOf(pid: number): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((other) => {
      if (!Number.isInteger(other)) return false;
      try {
        return Number(readFileSync(`/proc/${other}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]) === pid;
      } catch {
        return false;
      }
    });
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Kills the private server of a folder at once, with every process of it: nothing is written any more. */
export async function killPostgres(folder: string): Promise<void> {
  const pid = Number(readFileSync(path.join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid < 2) throw new Error(`No server runs in ${folder}.`);
  const all = [pid, ...childrenOf(pid)];
  const marks = all.map((each) => markOf(each) ?? "");
  for (const each of all) killNow(each);
  while (marks.some(isRunning)) await wait(20);
}
