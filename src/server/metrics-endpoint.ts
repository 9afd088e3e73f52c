import { createHash, timingSafeEqual } from "node:crypto";
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { withActor } from "./db";
import { env } from "./env";

type Tally = { count: number; seconds: number; readonly within: number[] };
type Kept = { readonly tallies: Map<string, Tally>; readonly delay: IntervalHistogram };

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

// One of each per process: server actions and route handlers are bundled apart and would count apart.
const place = globalThis as unknown as { ententeMetrics?: Kept };

function kept(): Kept {
  if (!place.ententeMetrics) {
    const delay = monitorEventLoopDelay({ resolution: 20 });
    delay.enable();
    place.ententeMetrics = { tallies: new Map(), delay };
  }
  return place.ententeMetrics;
}

/** Counts a use case that was carried out, with how it ended: `ok`, the code of a failure, or `error` where it threw. */
export function countUseCase(name: string, outcome: string, seconds: number): void {
  const labels = `use_case="${name}",outcome="${outcome}"`;
  const { tallies } = kept();
  const tally = tallies.get(labels) ?? { count: 0, seconds: 0, within: bounds.map(() => 0) };
  tallies.set(labels, tally);
  tally.count += 1;
  tally.seconds += seconds;
  for (const [index, bound] of bounds.entries())
    if (seconds <= bound) tally.within[index] = (tally.within[index] ?? 0) + 1;
}

const standing = z.object({
  heartbeatAge: z.number().nullable(),
  clocksOverdue: z.number(),
  deliveriesWaiting: z.number(),
  deliveriesFailed: z.number(),
});

/** How the work of the worker stands, as the database knows it. */
type Standing = z.infer<typeof standing>;

async function readStanding(): Promise<Standing> {
  const rows = await withActor(
    { kind: "system", cause: "worker" },
    (tx) => tx.$queryRaw<Standing[]>`select
      (select extract(epoch from now() - at)::float8 from worker_heartbeat) as "heartbeatAge",
      (select count(*)::int from clock where stopped_at is null and fired_at is null and due_at < now() - interval '2 minutes') as "clocksOverdue",
      (select count(*)::int from event_delivery where state = 'waiting' and due_at < now() - interval '1 minute') as "deliveriesWaiting",
      (select count(*)::int from event_delivery where state = 'failed') as "deliveriesFailed"`,
  );
  return standing.parse(rows[0]);
}

const longestRead = 3000;

/** Null where the database does not answer soon. */
async function standingNow(): Promise<Standing | null> {
  return Promise.race([readStanding().catch(() => null), wait(longestRead, null, { ref: false })]);
}

function family(
  name: string,
  type: string,
  help: string,
  lines: readonly (readonly [labels: string, value: number])[],
) {
  const values = lines.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${values.join("")}`;
}

const gauge = (name: string, help: string, value: number) => family(name, "gauge", help, [["", value]]);

function timesOfUseCases(): string {
  const name = "entente_use_case_seconds";
  const lines = [...kept().tallies].flatMap(([labels, { count, seconds, within }]) => [
    ...bounds.map((bound, index) => `${name}_bucket{${labels},le="${bound}"} ${within[index]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${seconds}`,
    `${name}_count{${labels}} ${count}`,
  ]);
  const help = "How long use cases took, by how they ended.";
  return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines, ""].join("\n");
}

function processFigures(): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { delay } = kept();
  const late = delay.percentile(99) / 1e9;
  // Of the time since somebody last asked.
  delay.reset();
  return [
    family("process_cpu_seconds_total", "counter", "Processor time used.", [["", (user + system) / 1e6]]),
    gauge("process_resident_memory_bytes", "Memory in use.", rss),
    gauge("nodejs_heap_size_used_bytes", "Heap in use.", heapUsed),
    gauge("process_start_time_seconds", "When the process started.", Date.now() / 1000 - process.uptime()),
    gauge("nodejs_eventloop_lag_p99_seconds", "How late the event loop was, 99th percentile.", late),
  ].join("");
}

function databaseFigures(state: Standing | null): string {
  if (!state) return gauge("entente_database_up", "Whether the database answers.", 0);
  const { heartbeatAge, clocksOverdue, deliveriesWaiting, deliveriesFailed } = state;
  return [
    gauge("entente_database_up", "Whether the database answers.", 1),
    gauge(
      "entente_worker_heartbeat_age_seconds",
      "Since the worker last said that it lives.",
      heartbeatAge ?? Number.NaN,
    ),
    gauge("entente_clocks_overdue", "Clocks that were due two minutes ago and have not fired.", clocksOverdue),
    family("entente_deliveries", "gauge", "Events that wait for longer than a minute, or were given up.", [
      ['state="waiting"', deliveriesWaiting],
      ['state="failed"', deliveriesFailed],
    ]),
  ].join("");
}

/** All figures in the text format of Prometheus. */
export async function metricsText(): Promise<string> {
  return [processFigures(), databaseFigures(await standingNow()), timesOfUseCases()].join("");
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request carries the token that opens the figures; null where none is set and nobody may read them. */
export function mayReadMetrics(authorization: string | null, token = env().METRICS_TOKEN): boolean | null {
  return token ? timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`)) : null;
}
