import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { dealNotices } from "@/modules/deals/reactions";
import { approveDeal } from "@/modules/deals/use-cases/approve-deal";
import { tellPeople } from "@/modules/notices/reactions";
import { deliverEvents, type Reaction } from "@/server/deliveries";
import { testDatabaseUrl } from "../../support/database";
import { dealRow, does, done, submitted } from "../../support/deals";
import { type SmtpServer, startSmtp } from "../../support/smtp";
import { noon, seedWorld, sql, world } from "../../support/world";

const { alphaSales, manager } = world;

async function count(statement: string): Promise<number> {
  const [row] = await sql<{ count: number }>(`select count(*)::int as count from ${statement}`);
  return row?.count ?? 0;
}
const waiting = () => count("event_delivery where state = 'waiting'");
const unsent = () => count("mail where form = 'single' and state <> 'sent'");

let turn = 0;
/** Two things people are told of: a registration for the manager to decide, and its approval for the owner and the admin. */
async function decided(now: Date): Promise<void> {
  turn += 1;
  const customer = { name: `Once ${turn} GmbH`, website: `once-${turn}.de`, country: "DE" };
  const { dealId } = await submitted(alphaSales, { customer, amount: { amount: "200000", currency: "EUR" } }, now);
  const { version } = await dealRow(dealId);
  done(await does(manager, approveDeal, { dealId, version, note: "Good." }, now));
}

let worker: ChildProcess | null = null;
/** Starts the worker of the product on the database of this test. */
function startWorker(more: Readonly<Record<string, string>> = {}): ChildProcess {
  const env = { ...process.env, DATABASE_URL: testDatabaseUrl(), ...more };
  worker = spawn(process.execPath, ["--import", "tsx", "src/worker.ts"], { env, stdio: "ignore" });
  return worker;
}

async function kill(): Promise<void> {
  const dying = worker;
  worker = null;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = once(dying, "exit");
  dying.kill("SIGKILL");
  await gone;
}

async function until(holds: () => Promise<boolean>, pause = 5): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(pause)) if (await holds()) return;
  throw new Error("waited for a minute");
}

beforeAll(async () => {
  await seedWorld();
});
beforeEach(async () => {
  for (const table of ["notice", "mail", "event_delivery"]) await sql(`delete from ${table}`);
});
afterEach(kill);

test("R10: a notice arrives once, and in the outbox its mail too, over 50 events and 10 workers that are killed", async () => {
  const deals = 25;
  const kills = 10;
  await sql("update installation set demo = true");
  for (let each = 0; each < deals; each += 1) await decided(new Date());
  const all = await waiting();
  for (let killed = 0; killed < kills; killed += 1) {
    startWorker();
    const goal = all - Math.floor((all * (killed + 1)) / (kills + 2));
    await until(async () => (await waiting()) <= goal);
    await kill();
  }
  expect(await waiting()).toBeGreaterThan(0);
  startWorker();
  await until(async () => (await waiting()) + (await unsent()) === 0, 50);
  await kill();

  expect(await count("event_delivery where state <> 'delivered'")).toBe(0);
  const told = await sql(
    "select type, because, count(*)::int, count(distinct (event_id, person_id))::int as once from notice group by 1, 2 order by 1, 2",
  );
  expect(told).toEqual([
    { type: "deal.approved", because: "admin", count: deals, once: deals },
    { type: "deal.approved", because: "owner", count: deals, once: deals },
    { type: "deal.sentToReview", because: "reviewer", count: deals, once: deals },
  ]);
  expect(await count("mail where form = 'single' and state = 'sent'")).toBe(2 * deals);
  expect(await count("mail where form = 'digest' and state = 'queued'")).toBe(1);
  expect(await count("mail m where not exists (select from notice n where n.mail_id = m.id)")).toBe(0);
  expect(
    await count("(select mail_id from notice where because <> 'admin' group by 1 having count(*) <> 1) doubled"),
  ).toBe(0);
});

test("a worker that is killed after the mail server took a mail sends it again under the same Message-ID, and none is lost", async () => {
  const deals = 8;
  const kills = 4;
  await sql("update installation set demo = false");
  for (let each = 0; each < deals; each += 1) await decided(new Date());
  let killed = 0;
  const smtp: SmtpServer = await startSmtp({
    onMail(mail) {
      // The mail is taken, and its sender never hears of it.
      if (killed >= kills || smtp.received.length % 3 !== 1) return undefined;
      killed += 1;
      smtp.received.push(mail);
      worker?.kill("SIGKILL");
      return "drop";
    },
  });
  try {
    const env = { SMTP_URL: smtp.url, MAIL_FROM: "partners@northwind.example" };
    for (;;) {
      const running = startWorker(env);
      const died = once(running, "exit").then(() => true);
      const ended = until(async () => (await waiting()) + (await unsent()) === 0, 50).then(() => false);
      if (!(await Promise.race([died, ended]))) break;
      ended.catch(() => {});
      // As if the time had passed after which a worker is taken to be gone.
      await sql("update mail set claimed_at = claimed_at - interval '1 hour' where state = 'sending'");
    }
    await kill();
  } finally {
    await smtp.close();
  }
  const ids = smtp.received.map(({ messageId }) => messageId);
  const sent = await sql<{ message_id: string }>("select message_id from mail where state = 'sent' order by id");
  expect(killed).toBe(kills);
  expect(sent).toHaveLength(2 * deals);
  expect([...new Set(ids)].sort()).toEqual(sent.map(({ message_id }) => message_id).sort());
  expect(ids.length - new Set(ids).size).toBe(kills);
  for (const id of ids) {
    const copies = smtp.received.filter(({ messageId }) => messageId === id);
    expect(new Set(copies.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(1);
  }
});

test("what one reaction wrote is gone when the next one fails, and comes once when it works again", async () => {
  await decided(noon);
  let fails = true;
  const shaky: Reaction = async () => {
    if (fails) throw new Error("not now");
  };
  const reactions = [tellPeople([dealNotices]), shaky];
  const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  expect(await deliverEvents(reactions, at(1))).toBe(0);
  expect(await count("notice")).toBe(0);
  expect(await count("mail")).toBe(0);
  fails = false;
  // It is tried again after a pause, not at once.
  expect(await deliverEvents(reactions, at(1))).toBe(0);
  expect(await deliverEvents(reactions, at(2))).toBeGreaterThan(0);
  expect(await count("notice")).toBe(3);
});

test("an event that fails again and again is given up, and keeps none of the others waiting", async () => {
  await decided(noon);
  const stubborn: Reaction = async (_context, { type }) => {
    if (type === "deal.approved") throw new Error("never");
  };
  for (let hours = 1; hours < 16; hours += 1)
    await deliverEvents([stubborn], new Date(noon.getTime() + hours * 3_600_000));
  const ended = await sql(
    "select e.type, d.state, d.attempts, d.error from event_delivery d join event e on e.id = d.event_id where state <> 'delivered'",
  );
  expect(ended).toEqual([{ type: "deal.approved", state: "failed", attempts: 12, error: "never" }]);
});

test("several workers at once tell everybody once", async () => {
  for (let each = 0; each < 5; each += 1) await decided(noon);
  const now = new Date(noon.getTime() + 60_000);
  const reactions = [tellPeople([dealNotices])];
  await Promise.all([1, 2, 3].map(() => deliverEvents(reactions, now)));
  await deliverEvents(reactions, new Date(noon.getTime() + 3_600_000));
  expect(await count("notice")).toBe(15);
  expect(await count("mail where form = 'digest'")).toBe(1);
});
