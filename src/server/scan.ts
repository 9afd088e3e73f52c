import { spawn } from "node:child_process";
import { env } from "./env";
import { log } from "./log";

/** What is known of a file's safety. */
export type Scan = "not_scanned" | "clean" | "quarantined";

const longest = 60_000;

/**
 * Asks the configured scanner about a local file: its command gets the path as last argument and says by its exit code whether the
 * file is clean (0) or not (1). Without a scanner, or where it fails, nobody has looked; a file is never called clean by mistake.
 */
export async function scan(file: string): Promise<Scan> {
  const [command, ...given] = (env().FILE_SCAN_COMMAND ?? "").split(" ").filter(Boolean);
  if (!command) return "not_scanned";
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(command, [...given, file], { stdio: "ignore", timeout: longest });
    child.once("error", (error) => {
      log.error({ err: error }, "the scanner of files did not start");
      resolve(null);
    });
    child.once("close", resolve);
  });
  if (code === 0) return "clean";
  if (code === 1) return "quarantined";
  log.error({ code }, "the scanner of files gave no answer");
  return "not_scanned";
}
