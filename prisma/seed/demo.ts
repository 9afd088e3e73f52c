import pg from "pg";
import { planHistory } from "./history";
import { openLedger } from "./ledger";
import { tellPast, writeLedger } from "./ledger-write";
import { dayAt, dice, type Moment } from "./moments";
import { seedNeighbours } from "./neighbours";
import { tellPresent } from "./present";
import { seedInstallation, seedPeople } from "./program";
import { planShowcase } from "./showcase";

/**
 * Fills an empty database with the demo program as of a moment. `ownerUrl` may change everything; what goes on now is done
 * through the use cases, with the connections of the environment. Throws where the database has data.
 */
export async function seedDemo(ownerUrl: string, now: Date): Promise<{ deals: number; moments: number }> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  const inOneTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await db.query("begin");
    const value = await work();
    await db.query("commit");
    return value;
  };
  try {
    await db.query("set role entente_owner");
    const { rowCount } = await db.query("select 1 from installation");
    if (rowCount) throw new Error("This database has data; the demo program is for an empty one.");
    const today = dayAt(now);
    const cast = await inOneTransaction(async () => {
      await seedInstallation(db, today);
      await seedNeighbours(db, now);
      return seedPeople(db, today);
    });
    const ledger = await openLedger(db);
    const moments: Moment[] = [];
    const scene = { cast, ledger, moments, roll: dice(20_261_125), today };
    planHistory(scene);
    planShowcase(scene);
    const told = await tellPast(ledger, moments, now);
    await inOneTransaction(() => writeLedger(db, ledger));
    await tellPresent({ cast, calendar: ledger.calendar, now });
    const { rows } = await db.query<{ count: number }>("select count(*)::int as count from deal");
    return { deals: rows[0]?.count ?? 0, moments: told };
  } finally {
    await db.end();
  }
}
