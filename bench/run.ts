import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { cpus, loadavg, release, totalmem } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { endChild, startChild } from "../scripts/lib/children";
import { asCommand } from "../scripts/lib/command";
import type { Environment } from "../scripts/lib/product";
import { step, tsx } from "../scripts/lib/steps";
import { type Cost, costOf, ownerOf, round } from "./cpu";
import { type Ground, loadedGround } from "./ground";
import { actorWith, sessionOf } from "./people";

type Costs = Readonly<Record<string, Cost>>;

/** What a program says first; one that ends without a word has failed. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("a program without a voice");
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error("a program ended and said nothing");
}

/** What people wait for in a program of this size. */
async function measureReads({ environment }: Ground): Promise<Costs> {
  const child = startChild({ ...tsx("bench/sizes.ts"), env: environment }, ["ignore", "pipe", "inherit"]);
  const ended = once(child, "exit");
  const costs: Costs = JSON.parse(await firstLine(child));
  await ended;
  return costs;
}

/** The cheaper of several measurements: what comes on top is the machine's other work. */
function cheapest(rounds: readonly Costs[]): Costs {
  const [first = {}, ...others] = rounds;
  return Object.fromEntries(
    Object.entries(first).map(([name, cost]) => [
      name,
      others.reduce((least, { [name]: other }) => (other && other.cpu < least.cpu ? other : least), cost),
    ]),
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function asked(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

/** One list as JSON: what the product takes for it beside the least that sends the same bytes. */
async function measureList(environment: Environment, kind: "ours" | "bare"): Promise<Cost & { bytes: number }> {
  const owner = await ownerOf(environment.DATABASE_URL ?? "");
  const session = await sessionOf(owner, await actorWith(owner, "executive"));
  const child = startChild({ ...tsx("bench/list-server.ts", kind, session), env: environment }, [
    "ignore",
    "pipe",
    "inherit",
  ]);
  try {
    const port = Number((await firstLine(child)).replace("listening ", ""));
    const bytes = await asked(port);
    return { ...(await costOf(owner, child.pid ?? 0, 400, () => asked(port))), bytes };
  } finally {
    await endChild(child);
    await owner.end();
  }
}

function machine() {
  const [first] = cpus();
  return {
    cpu: first?.model ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
    load: loadavg().map(round),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  };
}

const ratio = (one: number, other: number) => round(one / Math.max(other, 0.01));

/** `npm run bench [-- --small 10000 --large 100000 --rounds 3]`: P1 and P2 as ratios within one run. */
await asCommand(async () => {
  const { values } = parseArgs({
    options: {
      small: { type: "string", default: "10000" },
      large: { type: "string", default: "100000" },
      rounds: { type: "string", default: "3" },
    },
  });
  const grounds: Ground[] = [];
  try {
    for (const deals of [Number(values.small), Number(values.large)]) grounds.push(await loadedGround(deals));
    const [small, large] = grounds;
    if (!small || !large) throw new Error("two sizes are compared");
    const reads: [Costs[], Costs[]] = [[], []];
    const lists: Record<"ours" | "bare", Costs[]> = { ours: [], bare: [] };
    for (let round = 1; round <= Number(values.rounds); round += 1)
      await step(`Round ${round}`, async () => {
        reads[0].push(await measureReads(small));
        reads[1].push(await measureReads(large));
        for (const kind of ["bare", "ours"] as const)
          lists[kind].push({ list: await measureList(large.environment, kind) });
      });
    const list = { ours: cheapest(lists.ours).list, bare: cheapest(lists.bare).list };
    const [few, many] = [cheapest(reads[0]), cheapest(reads[1])];
    const sizes = Object.fromEntries(
      Object.entries(few).map(([name, cost]) => {
        const other = many[name] ?? cost;
        return [
          name,
          { small: cost, large: other, cpuRatio: ratio(other.cpu, cost.cpu), p95Ratio: ratio(other.p95, cost.p95) },
        ];
      }),
    );
    const P1 = { ...list, cpuRatio: ratio(list.ours?.cpu ?? 0, list.bare?.cpu ?? 0), promise: 3 };
    const result = {
      at: new Date().toISOString(),
      machine: machine(),
      P1,
      P2: { deals: [small.deals, large.deals], promise: 1.25, sizes },
    };
    console.log(`P1  a list as JSON: ${P1.cpuRatio} times the CPU of the bare server (promised: at most 3)`);
    for (const [name, { small: one, large: other, cpuRatio }] of Object.entries(sizes))
      console.log(
        `P2  ${name}: ${one.cpu} ms with ${small.deals} deals, ${other.cpu} ms with ${large.deals}: ${cpuRatio} times`,
      );
    writeFileSync(`bench/results/${result.at.slice(0, 10)}.json`, `${JSON.stringify(result, null, 2)}\n`);
    return 0;
  } finally {
    agent.destroy();
    for (const ground of grounds) await ground.remove();
  }
});
