import { setTimeout as wait } from "node:timers/promises";
import { backup } from "./backup";
import { performHere } from "./drill-use-cases";
import { readPeople, type Written, writeSteadily } from "./drill-writes";
import { examineAll, type Finding } from "./invariants";
import { readingEverything } from "./reading-everything";
import { restore } from "./restore";
import { digestsOf } from "./tables";

export type RestoreDrill = {
  readonly writes: { readonly before: number; readonly during: number; readonly after: number };
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
  readonly backupMs: number;
  readonly restoreMs: number;
  /** Tables that differ from how they stood at the moment of the backup. */
  readonly different: readonly string[];
  /** Writes that were acknowledged before the backup began and are not in it. */
  readonly lost: number;
  readonly broken: readonly Finding[];
};

type Setting = {
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly file: string;
  readonly perSecond: number;
  /** How long is written before the backup, and after it. */
  readonly seconds: number;
};

const missing = `select count(*)::int as lost from unnest($1::uuid[], $2::text[]) w (id, step)
  left join deal d on d.id = w.id where d.id is null or w.step = 'submit' and d.submitted_at is null`;

async function lostIn(targetUrl: string, written: readonly Written[]): Promise<number> {
  return readingEverything(targetUrl, async (client) => {
    const values = [written.map(({ dealId }) => dealId), written.map(({ step }) => step)];
    const { rows } = await client.query<{ lost: number }>(missing, values);
    return rows[0]?.lost ?? written.length;
  });
}

const differences = (a: Record<string, string>, b: Record<string, string>) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), Math.round(performance.now() - started)];
}

/**
 * Backs a database up while it is written to, restores the backup elsewhere and compares the two. What is compared with is read
 * by another transaction that sees the very moment of the backup.
 */
export async function drillRestore({ sourceUrl, targetUrl, file, perSecond, seconds }: Setting): Promise<RestoreDrill> {
  const writing = writeSteadily(await readPeople(sourceUrl), performHere, perSecond);
  const acknowledged = () => writing.log.filter(({ outcome }) => outcome === "done");
  try {
    await wait(seconds * 1000);
    const before = acknowledged();
    const [made, backupMs, expected] = await readingEverything(sourceUrl, async (client) => {
      const { rows } = await client.query<{ id: string }>("select pg_export_snapshot() as id");
      const [result, ms] = await timed(() => backup(sourceUrl, file, new Date(), rows[0]?.id));
      return [result, ms, await digestsOf(client)] as const;
    });
    const during = acknowledged().length - before.length;
    await wait(seconds * 1000);
    await writing.stop();
    const [restored, restoreMs] = await timed(() => restore(file, targetUrl));
    const found = await readingEverything(targetUrl, digestsOf);
    return {
      writes: { before: before.length, during, after: acknowledged().length - before.length - during },
      tables: restored.tables,
      rows: restored.rows,
      bytes: made.bytes,
      backupMs,
      restoreMs,
      different: differences(expected, found),
      lost: await lostIn(targetUrl, before),
      broken: (await examineAll(targetUrl)).filter(({ rows }) => rows > 0),
    };
  } finally {
    await writing.stop();
  }
}
