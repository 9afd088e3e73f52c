import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/**
 * Whether a process lives and its command line holds all these words. A number from an old pid file may belong to another
 * program by now; where the system shows no command lines the number alone has to do.
 */
export function isAlive(pid: number, words: readonly string[]): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    if (/\) Z /.test(stat)) return false;
    const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return words.every((word) => line.includes(word));
  } catch {
    return false;
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** The first free port from `wanted` on. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`);
}
