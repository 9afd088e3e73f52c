import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { startBulk } from "@/modules/lists/use-cases/start-bulk";
import { newId } from "@/server/ids";
import { testDatabaseUrl } from "../../support/database";
import { dealRow, does, done, submitted } from "../../support/deals";
import { seedWorld, sql, world } from "../../support/world";

const deals = 40;
const runId = newId();
const ids: string[] = [];

function startWorker(): ChildProcess {
  const env = { ...process.env, DATABASE_URL: testDatabaseUrl() };
  return spawn(process.execPath, ["--import", "tsx", "src/worker.ts"], { env, stdio: "ignore" });
}

async function doneSoFar(): Promise<number> {
  const [row] = await sql<{ count: number }>(
    "select count(*)::int as count from bulk_row where run_id = $1 and state <> 'waiting'",
    [runId],
  );
  return row?.count ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20);
}

beforeAll(async () => {
  await seedWorld();
  const rows = [];
  for (let index = 0; index < deals; index += 1) {
    const name = `Kunde ${String.fromCharCode(97 + (index % 26)).repeat(5)}${index}`;
    const customer = { name, website: `kunde-${index}.example`, country: "DE" };
    const { dealId } = await submitted(world.alphaSales, { customer, amount: { amount: "900000", currency: "EUR" } });
    ids.push(dealId);
    rows.push({ id: dealId, version: (await dealRow(dealId)).version, label: name });
  }
  const input = { runId, list: "deals-to-decide", action: "approve", rows, answers: { note: "" } };
  done(await does(world.manager, startBulk, input, new Date()));
}, 120_000);

test("a worker that is killed in the middle leaves the rest to the next two: each row is done once", async () => {
  const killed = startWorker();
  await until(async () => (await doneSoFar()) > 2);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  expect(await doneSoFar()).toBeLessThan(deals);

  const workers = [startWorker(), startWorker()];
  await until(async () => (await doneSoFar()) === deals);
  for (const worker of workers) {
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }

  const states = await sql("select distinct state from bulk_row where run_id = $1", [runId]);
  expect(states).toEqual([{ state: "done" }]);
  const events = await sql<{ count: number }>(
    "select count(*)::int as count from event where type = 'deal.approved' and subject_id = any ($1) group by subject_id",
    [ids],
  );
  expect(events).toHaveLength(deals);
  expect(events.filter(({ count }) => count !== 1)).toEqual([]);
}, 120_000);
