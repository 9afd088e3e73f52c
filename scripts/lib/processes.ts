import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What Linux says of a process: its group, and when it started, in ticks since the machine did; null for one that has ended. */
function statOf(pid: number): { group: number; start: string } | null {
  try {
    const [state, , group, ...rest] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return state === "Z" ? null : { group: Number(group), start: rest[16] ?? "" };
  } catch {
    return null;
  }
}

/**
 * What tells a process from a later one with the same number, which containers hand out again at each start; null where none
 * lives. Only Linux shows when a process started; elsewhere the number alone has to do.
 */
export function markOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform !== "linux") return exists(pid) ? `${pid}` : null;
  const stat = statOf(pid);
  return stat && `${pid}@${stat.start}`;
}

/**
 * Whether any process of a group lives. One that has ended counts for the system until its parent has looked, which the first
 * process of a container often never does.
 */
export function groupLives(group: number): boolean {
  if (process.platform !== "linux") return exists(-group);
  return exists(-group) && readdirSync("/proc").some((name) => statOf(Number(name))?.group === group);
}

/** The number in a mark. */
export function pidOf(mark: string): number {
  return Number(mark.split("@")[0]);
}

/** Whether the very process that had this mark lives. */
export function isRunning(mark: string): boolean {
  return mark !== "" && markOf(pidOf(mark)) === mark;
}

/** Whether a process lives and its command line holds all these words; where those are not shown the number has to do. */
export function isAlive(pid: number, words: readonly string[]): boolean {
  if (markOf(pid) === null) return false;
  if (process.platform !== "linux") return true;
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return words.every((word) => line.includes(word));
  } catch {
    return false;
  }
}

const taken = new Set(["EADDRINUSE", "EACCES"]);

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      taken.has(error.code ?? "")
        ? resolve(false)
        : reject(new Error(`Nothing can listen on HOST=${host}: ${error.code}.`)),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `wanted` on. */
export async function freePort(wanted: number, host: string): Promise<number> {
  const last = Math.min(wanted + 99, 65_535);
  for (let port = wanted; port <= last; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${wanted} and ${last}.`);
}
