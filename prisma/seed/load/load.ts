import type pg from "pg";
import { addDays, addMonths, startOfDay } from "@/kernel/dates";
import { readName } from "@/modules/accounts/domain/matching/read-name";
import { keysOfNames, searchKeysVersion } from "@/modules/accounts/domain/matching/search-keys";
import { registrationPolicyKind } from "@/modules/deals/facts";
import { businessCalendar } from "@/server/clocks";
import { withActor } from "@/server/db";
import type { PolicyVersion } from "@/server/policies";
import { seedId } from "../ids";
import { dayAt, dice, vendorZone } from "../moments";
import { inEmptyDatabase, inOneTransaction } from "../owner";
import { seedProducts, seedRegions } from "../partners";
import { publishedRates, seedInstallation, type Program as Vendor } from "../program";
import { ratesFrom } from "../rates";
import { writeWarningsGiven } from "../warnings";
import { takeIndexesAway } from "./bulk";
import { daysFrom } from "./calendar";
import { accountsFor, type LoadAccount } from "./customers";
import type { LoadDeal } from "./deal";
import { openSinks, type Sinks, writeDeal } from "./lines";
import { orderedIds } from "./ordered-id";
import { type SignIn, seedStaff, signInsOf } from "./people";
import type { Program } from "./program";
import { openQueue } from "./queue";
import { type Staff, staffFor } from "./staff";
import { createStaging, dropStaging, moves, stagingOf } from "./staging";
import { tell } from "./telling";

export type Size = { readonly deals: number; readonly partners: number; readonly accounts: number };

/** What was written, where the time went, and who can sign in. */
export type Loaded = {
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly actors: readonly SignIn[];
};

const months = 28;
// Deadlines reach beyond the last day.
const ahead = 140;
const vendor: Vendor = {
  vendorName: "The vendor",
  demo: false,
  withoutPresales: true,
  regions: seedRegions,
  products: seedProducts,
};

const filled = ["partner", "person", "membership", "vendor_scope", ...moves.map(([table]) => table)];

/**
 * Fills an empty database with a large history, the same for the same size and moment but for the ids of sign-ins. It is told in
 * memory in the order of time, copied into tables without log, and moved from there in one transaction.
 */
export function seedLoad(ownerUrl: string, now: Date, size: Size): Promise<Loaded> {
  return inEmptyDatabase(ownerUrl, "load", async (db) => {
    const seconds: Record<string, number> = {};
    const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const started = performance.now();
      const value = await work();
      seconds[what] = Math.round((performance.now() - started) / 100) / 10;
      return value;
    };
    const today = dayAt(now);
    const staff = staffFor(size.partners);
    const since = startOfDay(addMonths(today, -months - 1), vendorZone);
    const password = await timed("vendor, partners and people", () =>
      inOneTransaction(db, async () => {
        await seedInstallation(db, vendor, today);
        const span = months * 30.4;
        return seedStaff(db, staff, since, ({ joined }) => addDays(today, Math.floor(span * (joined - 1)) - 20));
      }),
    );
    await createStaging(db);
    try {
      await timed("history, told and copied", () => copyHistory(ownerUrl, db, staff, size, now));
      const rows = await inOneTransaction(db, () => moveIntoPlace(db, timed));
      await timed("warnings given", () => writeWarningsGiven(db, now));
      await timed("analyze", () => db.query(`vacuum (analyze) ${filled.join(", ")}`));
      return { rows, seconds, actors: signInsOf(staff, password) };
    } finally {
      await dropStaging(db);
    }
  });
}

async function copyHistory(ownerUrl: string, db: pg.Client, staff: Staff, size: Size, now: Date): Promise<void> {
  const today = dayAt(now);
  const first = addMonths(today, -months);
  const calendar = await withActor({ kind: "system", cause: "seed" }, businessCalendar);
  const days = daysFrom(calendar, addDays(first, -10), months * 31 + ahead);
  const newId = orderedIds();
  const accounts = accountsFor(size.accounts, days.start(0), newId, staff);
  const sinks = await openSinks(ownerUrl, stagingOf);
  const open = new Set<LoadDeal>();
  const program: Program = {
    days,
    rates: ratesFrom(publishedRates()),
    policies: await versionsOf(db),
    products: seedProducts,
    owner: staff.owner,
    queue: openQueue(),
    roll: dice(20_261_125),
    now: now.getTime(),
    begun: (deal) => void open.add(deal),
    finish(deal) {
      open.delete(deal);
      writeDeal({ sinks, days, newId }, deal);
    },
  };
  // Today has only begun: what is registered on a day is spread over all of it.
  const span = { first: days.dayOf(startOfDay(first, vendorZone).getTime()), last: days.dayOf(now.getTime()) - 1 };
  const settle = async () => {
    for (const sink of Object.values(sinks)) await sink.settle();
  };
  await tell(program, { partners: staff.partners, accounts }, { ...span, deals: size.deals }, newId, settle);
  for (const deal of open) writeDeal({ sinks, days, newId }, deal);
  await writeAccounts(sinks, accounts, now, settle);
  await Promise.all(Object.values(sinks).map((sink) => sink.end()));
}

async function versionsOf(db: pg.Client): Promise<PolicyVersion[]> {
  const { rows } = await db.query<PolicyVersion>(
    `select id, version, name, effective_from as "effectiveFrom", body from policy_version where kind = $1 order by effective_from desc`,
    [registrationPolicyKind],
  );
  return rows;
}

/** Customers come last: by then it is known who bought. */
async function writeAccounts(
  sinks: Sinks,
  accounts: ReadonlyMap<string, readonly LoadAccount[]>,
  now: Date,
  settle: () => Promise<void>,
): Promise<void> {
  for (const known of accounts.values()) {
    for (const { id, name, country, domain, keys, customerSince, createdAt, engaged } of known) {
      sinks.account.line([id, name, country, customerSince <= now.getTime(), new Date(createdAt)]);
      sinks.account_domain.line([domain, id]);
      for (const key of keys) sinks.account_name.line([country, key, id]);
      const found = keysOfNames([name, ...keys].map(readName));
      sinks.account_search.line([id, country, `{${found.join(",")}}`, searchKeysVersion]);
      if (engaged)
        sinks.direct_opportunity.line([seedId("load-opportunity", id), `CRM-${domain}`, id, engaged, true, now]);
    }
    await settle();
  }
}

type Timed = <T>(what: string, work: () => Promise<T>) => Promise<T>;

// Memory for sorts and for making indexes again, within this transaction only.
const settings = ["work_mem = '256MB'", "maintenance_work_mem = '512MB'", "synchronous_commit = off"];

/**
 * Moves what was copied to where it belongs. Two triggers are off meanwhile: the one that keeps the history of a deal would see only
 * how each stands in the end, and the keys of customers come along. The guard of the workflow stays on, and lets the owner insert in any state.
 */
async function moveIntoPlace(db: pg.Client, timed: Timed): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const setting of settings) await db.query(`set local ${setting}`);
  await db.query("alter table deal disable trigger keep_deal_history");
  await db.query("alter table account_name disable trigger search_again");
  const makeIndexesAgain = await takeIndexesAway(
    db,
    moves.map(([table]) => table),
  );
  for (const [table, statement] of moves) {
    const { rowCount } = await timed(`move ${table}`, () => db.query(statement));
    rows[table] = rowCount ?? 0;
  }
  await timed("indexes and constraints", makeIndexesAgain);
  await db.query("alter table deal enable trigger keep_deal_history");
  await db.query("alter table account_name enable trigger search_again");
  await db.query("select setval('deal_number', greatest(1, (select count(*) from deal)))");
  return rows;
}
