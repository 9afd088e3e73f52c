import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup } from "../../scripts/lib/backup";
import { urlFor } from "../../scripts/lib/database";
import { checkWrites } from "../../scripts/lib/drill-check";
import { drillKill, type Killed, orderOf } from "../../scripts/lib/drill-kill";
import { performAt } from "../../scripts/lib/drill-writes";
import { type Cluster, startPostgres } from "../../scripts/lib/postgres";
import { freePort } from "../../scripts/lib/processes";
import { restore } from "../../scripts/lib/restore";
import { ensureRoles } from "../../scripts/lib/roles";
import { tsx } from "../../scripts/lib/steps";
import { testDatabaseUrl } from "../support/database";
import { drafted, submitted } from "../support/deals";
import { idOf, seedWorld, sql, world } from "../support/world";

const folder = mkdtempSync(path.join(tmpdir(), "entente-kill-"));
const passwords = { app: "test", auth: "test", worker: "test" };
let server: Cluster;
let killed: Killed;

/** The world of the tests on a server of its own, which is as safe against crashes as that of an installation. */
async function worldElsewhere(): Promise<string> {
  await seedWorld();
  // Its first deals and customers were not made by a registration.
  await sql("insert into account_link (account_id, partner_id) select account_id, partner_id from deal");
  await sql("insert into account_name (country, normalised, account_id) select country, lower(name), id from account");
  const file = path.join(folder, "world.backup.gz");
  await backup(testDatabaseUrl(), file, new Date());
  server = await startPostgres({ folder: path.join(folder, "postgres") });
  const ownerUrl = server.url("postgres");
  await ensureRoles(ownerUrl, passwords);
  await restore(file, ownerUrl);
  return ownerUrl;
}

beforeAll(async () => {
  const ownerUrl = await worldElsewhere();
  const port = await freePort(3900 + (process.pid % 80), "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const login = (name: "app" | "auth" | "worker") => urlFor(ownerUrl, `entente_${name}`, "test");
  const env = { APP_DATABASE_URL: login("app"), AUTH_DATABASE_URL: login("auth"), LOG_LEVEL: "warn" };
  killed = await drillKill({
    postgres: path.join(folder, "postgres"),
    ownerUrl,
    app: { ...tsx("scripts/drill-app.ts", String(port)), env },
    worker: { ...tsx("src/worker.ts"), env: { ...env, DATABASE_URL: login("worker") } },
    logs: folder,
    perform: performAt(url),
    isUp: () =>
      fetch(url).then(
        (response) => response.ok,
        () => false,
      ),
    perSecond: 20,
    kills: { app: 2, worker: 1, postgres: 1 },
  });
}, 240_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("[R5] nothing that was acknowledged is lost, and nothing is there by half, whatever is killed", () => {
  expect(killed.done).toBeGreaterThan(20);
  expect(killed).toMatchObject({ lost: 0, half: 0, clocks: 0, broken: [] });
});

test("kills of each kind are spread over the whole time", () => {
  expect(orderOf({ app: 4, worker: 0, postgres: 1 })).toEqual(["app", "app", "postgres", "app", "app"]);
  expect(orderOf({ app: 40, worker: 10, postgres: 5 }).lastIndexOf("postgres")).toBeGreaterThan(40);
});

describe("the drill sees", () => {
  const done = (dealId: string, step: "draft" | "submit") =>
    checkWrites(testDatabaseUrl(), [{ dealId, step, outcome: "done", input: null, actor: world.alphaSales }]);

  test("a write that is not there", async () =>
    expect(await done(idOf("nowhere"), "draft")).toMatchObject({ lost: 1, half: 0 }));

  test("a submission of which only the draft is there", async () =>
    expect(await done(await drafted(world.alphaSales), "submit")).toMatchObject({ lost: 1, half: 0 }));

  test.each([
    ["its event", "delete from event_delivery where event_id in (select id from event where subject_id = $1)"],
    ["its history", "delete from deal_history where deal_id = $1"],
  ])("a draft without %s", async (_what, statement) => {
    const dealId = await drafted(world.alphaSales);
    expect(await done(dealId, "draft")).toMatchObject({ lost: 0, half: 0 });
    await sql(statement, [dealId]);
    expect(await done(dealId, "draft")).toMatchObject({ lost: 0, half: 1 });
  });

  test.each(["decision_basis where decision_id in (select id from decision where subject_id = $1)"])(
    "a submission without %s",
    async (part) => {
      const { dealId } = await submitted(world.alphaSales);
      expect(await done(dealId, "submit")).toMatchObject({ lost: 0, half: 0 });
      await sql(`delete from ${part}`, [dealId]);
      expect(await done(dealId, "submit")).toMatchObject({ lost: 0, half: 1 });
    },
  );
});
