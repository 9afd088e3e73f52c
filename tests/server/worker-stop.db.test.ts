import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { testDatabaseUrl } from "../support/database";
import { does, done, submitted } from "../support/deals";
import { noon, seedWorld, sql, world } from "../support/world";

const deals = 40;
type Counts = { fired: number; expired: number; events: number };

/** How far the worker is: clocks that fired, deals that expired, events that say so. */
async function counts(): Promise<Counts> {
  const [row] = await sql<Counts>(`select
    (select count(*)::int from clock where kind = 'deal.protection' and fired_at is not null) as fired,
    (select count(*)::int from deal where status = 'expired' and origin = 'partner') as expired,
    (select count(*)::int from event where type = 'deal.expired') as events`);
  return row ?? { fired: 0, expired: 0, events: 0 };
}

/** The worker as it is run, by itself. */
function startWorker(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: testDatabaseUrl() };
  return spawn(process.execPath, ["--import", "tsx", "src/worker.ts"], { env, stdio: "ignore" });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20);
}

beforeAll(async () => {
  await seedWorld();
  for (let index = 0; index < deals; index += 1) {
    const name = `Kunde ${String.fromCharCode(97 + (index % 26)).repeat(5)}${index}`;
    const customer = { name, website: `kunde-${index}.example`, country: "DE" };
    const { dealId, outcome } = await submitted(world.alphaSales, { customer });
    const [row] = await sql<{ version: number }>("select version from deal where id = $1", [dealId]);
    if (outcome === "in_review")
      done(await does(world.manager, approveDeal, { dealId, version: row?.version, note: "Known to us" }));
  }
  await sql("update clock set due_at = $1 where kind = 'deal.protection'", [noon]);
}, 120_000);

test("asked to stop, the worker finishes the clock at work, leaves the others and ends within ten seconds", async () => {
  const worker = startWorker();
  await until(async () => (await counts()).fired > 0);
  const asked = Date.now();
  worker.kill("SIGTERM");
  const [code] = await once(worker, "exit");
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(code).toBe(0);
  const { fired, expired, events } = await counts();
  expect(fired).toBeLessThan(deals);
  expect([expired, events]).toEqual([fired, fired]);
});

test("the next worker does the rest, each once", async () => {
  const worker = startWorker();
  await until(async () => (await counts()).fired === deals);
  worker.kill("SIGTERM");
  await once(worker, "exit");
  expect(await counts()).toEqual({ fired: deals, expired: deals, events: deals });
});
