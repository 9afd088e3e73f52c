import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { completeBinaries, type Disguise, disguise, nativeFolder } from "./postgres-files";
import { isAlive, markOf } from "./processes";
import { secretIn } from "./whole-file";

export type Cluster = {
  /** False where a server that somebody else started was found running. */
  readonly started: boolean;
  readonly url: (database: string, user?: string, password?: string) => string;
  /** Stops the server, whoever started it. */
  readonly stop: () => Promise<void>;
};

type Options = { folder: string; settings?: Readonly<Record<string, string>> };

const superuser = "postgres";
// A name for the socket file only; there is no TCP port.
const port = 5432;
const clean = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as const;

/** A socket path may be about a hundred bytes long; a deep folder gets a short one elsewhere. */
function socketFolder(folder: string): string {
  const near = path.join(folder, "run");
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const place =
    Buffer.byteLength(path.join(near, `.s.PGSQL.${port}`)) <= 100 ? near : path.join(tmpdir(), `entente-${digest}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  return place;
}

const otherAccount =
  "PostgreSQL runs under another account than root here, which must be able to enter these folders; DATA_DIR names another one.";

/** Creates the cluster beside its place and moves it there when it is whole, so that a crash leaves no half of one. */
function initialise(data: string, password: string, who: Disguise): void {
  removeCutOff(data);
  const beside = `${data}.new-${process.pid}`;
  const passwordFile = `${beside}.password`;
  mkdirSync(beside, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (who.owner) for (const file of [beside, passwordFile]) chownSync(file, who.owner.uid, who.owner.gid);
  const [command, args] = who.wrap(path.join(nativeFolder(), "bin", "initdb"), [
    ...["-D", beside, "-U", superuser, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
    ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums", "--no-sync"],
  ]);
  const made = spawnSync(command, args, { ...who.owner, encoding: "utf8", env: clean });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const why = `The database could not be created: ${made.stderr || made.error?.message}`;
    throw new Error(who.owner ? `${why}${otherAccount}` : why);
  }
  try {
    renameSync(beside, data);
  } catch (error) {
    // Somebody who began at the same moment was faster.
    rmSync(beside, { recursive: true, force: true });
    if (!isMade(data)) throw error;
  }
}

function isMade(data: string): boolean {
  return existsSync(path.join(data, "PG_VERSION"));
}

/** Removes what was left of clusters whose making was cut off. */
function removeCutOff(data: string): void {
  const start = `${path.basename(data)}.new-`;
  for (const name of readdirSync(path.dirname(data))) {
    if (!name.startsWith(start) || markOf(Number.parseInt(name.slice(start.length), 10)) !== null) continue;
    rmSync(path.join(path.dirname(data), name), { recursive: true, force: true });
  }
}

/** The server that runs on this data folder, by its pid file. */
function runningOn(data: string): number | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (isAlive(pid, ["postgres", data])) return pid;
  // PostgreSQL sees by itself that a crash left the file behind, unless another program has the number by now.
  if (markOf(pid) !== null) rmSync(file, { force: true });
  return null;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function launch(data: string, sockets: string, who: Disguise, options: Options): ChildProcess {
  const settings = {
    unix_socket_directories: sockets,
    unix_socket_permissions: "0700",
    listen_addresses: "",
    max_connections: "100",
    shared_buffers: "256MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = who.wrap(path.join(nativeFolder(), "bin", "postgres"), [
    "-D",
    data,
    "-p",
    String(port),
    ...flags,
  ]);
  const output = openSync(path.join(options.folder, "postgres.log"), "a");
  const child = spawn(command, args, { ...who.owner, detached: true, stdio: ["ignore", output, output], env: clean });
  closeSync(output);
  child.unref();
  return child;
}

/**
 * Starts a private PostgreSQL in a folder, or attaches to the one that runs there. It listens on a unix socket that only this
 * account can reach. Works as root, after install scripts were blocked, and after a crash.
 */
export async function startPostgres(options: Options): Promise<Cluster> {
  mkdirSync(options.folder, { recursive: true });
  // A running server is found by the path on its command line.
  const folder = realpathSync(options.folder);
  completeBinaries(nativeFolder());
  const who = disguise();
  const password = secretIn(path.join(folder, "superuser.secret"));
  const data = path.join(folder, "data");
  const sockets = socketFolder(folder);
  if (!isMade(data)) initialise(data, password, who);
  if (who.owner) for (const place of [sockets, data]) chownSync(place, who.owner.uid, who.owner.gid);
  const url: Cluster["url"] = (database, user = superuser, secret = password) =>
    `postgresql://${user}:${encodeURIComponent(secret)}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;

  const running = runningOn(data);
  const child = running === null ? launch(data, sockets, who, { ...options, folder }) : null;
  for (let tries = 0; !(await answers(url(superuser))); tries += 1) {
    if (child?.exitCode != null || tries > 600) {
      const log = readFileSync(path.join(folder, "postgres.log"), "utf8").trim().split("\n").slice(-20).join("\n");
      throw new Error(`PostgreSQL did not start in ${folder}.\n${log}`);
    }
    await wait(50);
  }
  return { started: child?.pid === runningOn(data), url, stop: () => stopServer(data) };
}

/** Asks the server of a data folder to stop in order, and waits until it has. */
async function stopServer(data: string): Promise<void> {
  const pid = runningOn(data);
  if (pid === null) return;
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 400 && isAlive(pid, ["postgres", data]); tries += 1) {
    if (tries === 300) process.kill(pid, "SIGQUIT");
    await wait(50);
  }
}
