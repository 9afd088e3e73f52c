import pg from "pg";
import { refuseData } from "./state";

/** Works with a database as its owner, who may change everything. Throws where it has data. */
export async function inEmptyDatabase<T>(
  ownerUrl: string,
  profile: string,
  work: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const db = new pg.Client({ connectionString: ownerUrl });
  await db.connect();
  try {
    await refuseData(db, profile);
    return await work(db);
  } finally {
    await db.end();
  }
}

/** Writes all of it or nothing: what fails takes the connection down, and the transaction with it. */
export async function inOneTransaction<T>(db: pg.Client, work: () => Promise<T>): Promise<T> {
  await db.query("begin");
  const value = await work();
  await db.query("commit");
  return value;
}
