import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partnerRoles, vendorRoles } from "@/kernel/actor";
import { dealStages, dealStatuses } from "@/modules/deals/domain/deal";
import { signInWithPassword } from "@/server/auth/credentials";
import { writeBlackbox } from "../../prisma/seed/blackbox/blackbox";
import { type Manifest, manifestSchema } from "../../prisma/seed/blackbox/manifest";
import { recordKinds } from "../../prisma/seed/blackbox/records";
import { testDatabaseUrl } from "../support/database";
import { noon, sql } from "../support/world";
import { barePlaces } from "./support/free-text";
import { leaksOf, seenBy } from "./support/sight";

const folder = mkdtempSync(path.join(tmpdir(), "entente-manifest-"));
const file = path.join(folder, "manifest.json");
let manifest: Manifest;

beforeAll(async () => {
  await writeBlackbox(testDatabaseUrl(), noon, file);
  manifest = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const partners = () => manifest.organisations.filter(({ side }) => side === "partner");

describe("the manifest", () => {
  test("lists at least three partners with everybody who may have a role there, and the vendor with everybody it has", () => {
    expect(partners().length).toBeGreaterThanOrEqual(3);
    const rolesOf = (key: string) =>
      new Set(manifest.actors.filter((each) => each.organisation === key).map((each) => each.role));
    for (const { key } of partners()) expect(rolesOf(key)).toEqual(new Set(partnerRoles));
    expect(rolesOf("vendor")).toEqual(new Set(vendorRoles));
  });

  test("has two channel managers who look after different partners", async () => {
    const managers = new Set(partners().map(({ manager }) => manager));
    expect(managers.size).toBe(2);
    const seen = await sql<{ email: string; partners: string[] }>(
      `select p.email, array_agg(v.partner_id::text order by v.partner_id) as partners from vendor_scope v join person p on p.id = v.person_id
       where v.reads_deals group by 1`,
    );
    for (const { email, partners: scope } of seen) {
      const own = partners().filter(({ manager }) => manager === email);
      expect(scope).toEqual(own.map(({ id }) => id).sort());
    }
    expect(seen).toHaveLength(2);
  });

  test("holds deals of every partner in every status in which one can rest, and every stage", () => {
    for (const { key } of partners()) {
      const byStatus = manifest.records.deal?.[key] ?? {};
      // A submitted registration is decided in the same transaction.
      expect(Object.keys(byStatus).sort()).toEqual(dealStatuses.filter((status) => status !== "submitted").sort());
      const stages = Object.values(byStatus).flatMap((deals) => deals.map(({ stage }) => stage));
      expect([...new Set(stages)].sort()).toEqual([...dealStages].sort());
    }
  });

  test.each([
    ["decision", ["approved", "in_review", "needs_info", "rejected", "revoked"]],
    ["protection", ["current", "ended"]],
    ["clock", ["fired", "running", "stopped"]],
    ["deal_conflict", ["existing_customer", "protected_registration", "vendor_engaged"]],
    ["deal_extension", ["declined", "granted", "lapsed", "open"]],
    ["deal_revocation", ["declined", "lapsed", "open", "revoked"]],
    ["account", ["customer", "prospect"]],
  ])("holds for every partner a %s that is %j", (kind, states) => {
    for (const { key } of partners()) expect(Object.keys(manifest.records[kind]?.[key] ?? {}).sort()).toEqual(states);
  });

  test("names records that exist, each with a canary that stands in it", async () => {
    const rows = await sql<{ id: string; row: string }>("select id, to_jsonb(d)::text as row from deal d");
    const stored = new Map(rows.map(({ id, row }) => [id, row]));
    const listed = Object.values(manifest.records.deal ?? {}).flatMap((states) => Object.values(states).flat());
    expect(listed).toHaveLength(rows.length);
    for (const { id, canary } of listed) expect(stored.get(id)).toContain(canary ?? "nothing");
  });

  test("has a kind of record for every table that holds somebody's rows", async () => {
    const tables = await sql<{ name: string }>(
      `select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('partner_id', 'deal_id', 'account_id', 'import_id')`,
    );
    const details = [
      "account_link",
      "account_search",
      "deal_history",
      "decision_basis",
      "import_progress",
      "import_write",
      "notice",
      "policy_acknowledgement",
      "territory_grant",
      "vendor_scope",
    ];
    const missing = tables.map(({ name }) => name).filter((name) => !(name in recordKinds) && !details.includes(name));
    expect(missing, "add these to recordKinds of prisma/seed/blackbox/records.ts").toEqual([]);
  });

  test("every canary is there once and says whose it is", () => {
    const words = manifest.canaries.map(({ canary }) => canary);
    expect(new Set(words).size).toBe(words.length);
    for (const { canary, organisation, kind } of manifest.canaries)
      expect(canary).toMatch(new RegExp(`^CNRY-${organisation}-${kind}-`));
  });

  test("can be read by this account only, and its passwords open the door", async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const from = { address: "", userAgent: "" };
    for (const { email, password } of [manifest.actors[0], manifest.actors.at(-1)].filter(
      (each) => each !== undefined,
    )) {
      expect(await signInWithPassword({ email, password }, from, noon)).toHaveProperty("session");
      expect(await signInWithPassword({ email, password: `${password}x` }, from, noon)).toEqual({
        refused: "credentials",
      });
    }
  });

  test("the database is no demo, so nobody is offered a way in without a password", async () => {
    expect(await sql("select demo from installation")).toEqual([{ demo: false }]);
    expect(await sql("select * from identity.demo_people()")).toEqual([]);
  });
});

test("every free text of these organisations holds a canary, in every column there is", async () => {
  const hint = "fill it in prisma/seed/blackbox, or list it in tests/seed/support/free-text.ts where nobody types it";
  expect(await barePlaces(manifest), hint).toEqual([]);
});

test("row-level security shows nobody a canary that the role matrix keeps from them, in no table", async () => {
  const leaks: string[] = [];
  for (const actor of manifest.actors) {
    const seen = await seenBy(manifest, actor);
    expect([...seen.values()].flatMap(({ canaries }) => canaries).length, actor.email).toBeGreaterThan(0);
    leaks.push(...leaksOf(manifest, actor, seen));
  }
  expect(leaks).toEqual([]);
}, 600_000);
