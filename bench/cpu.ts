import { readFileSync } from "node:fs";
import pg from "pg";

/** What one way of doing something costs, per time it is done, in milliseconds. CPU is that of the process and of its database. */
export type Cost = {
  readonly cpu: number;
  readonly process: number;
  readonly database: number;
  readonly p50: number;
  readonly p95: number;
};

// Linux counts in hundredths of a second.
const tick = 10;

/** CPU a process has used so far, in milliseconds. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** CPU the application's connections have used so far. They stay open, so that none takes its share away. */
export async function cpuOfConnections(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and usename in ('entente_app', 'entente_auth')",
  );
  return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
}

export const round = (value: number) => Math.round(value * 100) / 100;

/** Does something so many times, after a warm-up, and says what one time cost. */
export async function costOf(
  owner: pg.Client,
  pid: number,
  times: number,
  work: (turn: number) => Promise<unknown>,
): Promise<Cost> {
  for (let turn = 0; turn < Math.ceil(times / 5); turn += 1) await work(turn);
  const before = [cpuOf(pid), await cpuOfConnections(owner)] as const;
  const waits: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    await work(turn);
    waits.push(performance.now() - started);
  }
  waits.sort((left, right) => left - right);
  const spent = (cpuOf(pid) - before[0]) / times;
  const database = ((await cpuOfConnections(owner)) - before[1]) / times;
  const at = (share: number) => round(waits[Math.min(times - 1, Math.floor(times * share))] ?? 0);
  return {
    cpu: round(spent + database),
    process: round(spent),
    database: round(database),
    p50: at(0.5),
    p95: at(0.95),
  };
}

export async function ownerOf(url: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("set role entente_owner");
  return owner;
}
