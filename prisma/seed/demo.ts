import type pg from "pg";
import { assignmentPolicy } from "./assignment-policy";
import { tellBeside } from "./beside";
import { tellDisputes } from "./disputes";
import { planHistory } from "./history";
import { type Ledger, openLedger } from "./ledger";
import { tellPast, writeLedger } from "./ledger-write";
import { dayAt, dice, type Moment } from "./moments";
import { seedNeighbours, seedSellers } from "./neighbours";
import { seedOrders } from "./orders";
import { inEmptyDatabase, inOneTransaction } from "./owner";
import { tellParticipants } from "./participants";
import { seedProducts, seedRegions } from "./partners";
import { seedPeople, seedStandings } from "./people";
import { tellPresent } from "./present";
import { type Program, seedInstallation } from "./program";
import { planShowcase } from "./showcase";
import { seedVendorSettings } from "./vendor-settings";
import { writeWarningsGiven } from "./warnings";

const program: Program = {
  vendorName: "Northwind Systems",
  demo: true,
  regions: seedRegions,
  products: seedProducts,
  assignment: assignmentPolicy,
};

/**
 * Fills an empty database with the demo program as of a moment; the same moment always gives the same rows. `ownerUrl` may change
 * everything; what goes on now is done through the use cases, with the connections of the environment. Throws where the database
 * has data.
 */
export function seedDemo(ownerUrl: string, now: Date): Promise<{ deals: number; moments: number }> {
  return inEmptyDatabase(ownerUrl, "demo", async (db) => {
    const today = dayAt(now);
    const cast = await inOneTransaction(db, async () => {
      await seedInstallation(db, program, today);
      await seedNeighbours(db, now);
      const people = await seedPeople(db, today);
      await seedSellers(db);
      await seedVendorSettings(db, today);
      return people;
    });
    const ledger = await openLedger(db);
    const moments: Moment[] = [];
    const scene = { cast, ledger, moments, roll: dice(20_261_125), today };
    planHistory(scene);
    planShowcase(scene);
    const told = tellPast(ledger, moments, now);
    await inOneTransaction(db, async () => {
      await writeLedger(db, ledger);
      await seedStandings(db);
      await seedOrders(db, today);
    });
    await tellPresent({ cast, calendar: ledger.calendar, now });
    await dateAccounts(db, ledger);
    await writeWarningsGiven(db, now);
    await tellBeside({ db, cast, now });
    await tellDisputes({ db, cast, now });
    await tellParticipants({ db, cast, now });
    const { rows } = await db.query<{ count: number }>("select count(*)::int as count from deal");
    return { deals: rows[0]?.count ?? 0, moments: told };
  });
}

/** Customers that came up in the present are as old as their first registration, not as old as the row. */
async function dateAccounts(db: pg.Client, { accounts }: Ledger): Promise<void> {
  await db.query(
    `update account a set created_at = d.first from (select account_id, min(first) as first from (
       select account_id, submitted_at as first from deal union all select account_id, opened_at from direct_opportunity) f group by 1) d
     where d.account_id = a.id and a.id <> all ($1)`,
    [[...accounts.keys()]],
  );
}
