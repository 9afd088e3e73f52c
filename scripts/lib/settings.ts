import { isLoopback } from "@/server/env";

/** The demo programs there are: one that is told, and a real pipeline that is imported. */
export type Demo = "demo" | "maven";

/** What the launcher is told: by its arguments and by HOST, PORT and APP_URL. */
export type Settings = {
  readonly development: boolean;
  /** The demo that was asked for, to be loaded also where other machines can reach it; null where none was. */
  readonly demo: Demo | null;
  /** Whether an empty database stays empty, to be set up by its first administrator. */
  readonly empty: boolean;
  readonly host: string;
  readonly port: number;
  /** The address people use, where it is not the one the server listens on. */
  readonly appUrl: string | null;
  /** The setting through which other machines reach the server; null where only this one does. */
  readonly openedBy: string | null;
};

const demos: Readonly<Record<string, Demo>> = { "--demo": "demo", "--demo=maven": "maven" };
const known = new Set(["--dev", "--empty", ...Object.keys(demos)]);

/** Reads the launcher's settings; throws on one it does not know. */
export function readSettings(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Settings {
  const unknown = args.find((argument) => !known.has(argument));
  if (unknown)
    throw new Error(
      `There is no argument ${unknown}; --demo, --demo=maven and --empty are, every other setting is in .env.example.`,
    );
  const host = variables.HOST || "127.0.0.1";
  const port = Number(variables.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT=${variables.PORT} is no port; give a number from 1 to 65535.`);
  const appUrl = variables.APP_URL || null;
  if (!isLoopbackHost(host) && !appUrl)
    throw new Error(`HOST=${host} answers other machines too, so APP_URL has to be the https address people use.`);
  const openedBy = openingSetting(host, appUrl);
  const demo = args.flatMap((argument) => demos[argument] ?? []).at(-1) ?? null;
  const empty = args.includes("--empty");
  if (demo && empty) throw new Error("--demo loads a demo program and --empty does not: say one of them.");
  return { development: args.includes("--dev"), demo, empty, host, port, appUrl, openedBy };
}

function openingSetting(host: string, appUrl: string | null): string | null {
  if (!isLoopbackHost(host)) return `HOST=${host}`;
  return appUrl && URL.canParse(appUrl) && !isLoopback(appUrl) ? `APP_URL=${appUrl}` : null;
}

/** The name of the private database of a demo; a real pipeline has one of its own, beside everything else. */
export function databaseOf(demo: Demo | null): string {
  return demo === "maven" ? "entente_maven" : "entente";
}

/** Whether a server that listens there answers this machine only. */
function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

const reachedAt: Readonly<Record<string, string>> = { "127.0.0.1": "localhost", "0.0.0.0": "127.0.0.1", "::": "::1" };

/** The address at which this machine reaches a server that listens there. */
export function urlOf(host: string, port: number): string {
  const name = reachedAt[host] ?? host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
