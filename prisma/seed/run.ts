import pg from "pg";
import { dayOf } from "@/kernel/dates";
import { disconnect } from "@/server/db";
import { dice, planHistory } from "./history";
import { seedProgramNeighbours } from "./neighbours";
import { tellPresent } from "./present";
import { type Cast, seedInstallation, seedPeople } from "./program";
import { type Moment, tellStory, vendorZone } from "./story";

const profile =
  process.argv.find((argument) => argument.startsWith("--profile="))?.slice("--profile=".length) ?? "demo";
if (profile !== "demo") throw new Error(`There is no profile ${profile}; the one there is: demo.`);

const now = process.env.SEED_NOW ? new Date(process.env.SEED_NOW) : new Date();
const today = dayOf(now, vendorZone);

/** Who and what there is, in one transaction: either all of it or none. */
async function seedProgram(): Promise<Cast> {
  const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await db.connect();
  try {
    await db.query("set role entente_owner");
    const { rowCount } = await db.query("select 1 from installation");
    if (rowCount) throw new Error("This database has data; the demo program is for an empty one.");
    await db.query("begin");
    await seedInstallation(db, today);
    const cast = await seedPeople(db, today);
    await seedProgramNeighbours(db);
    await db.query("commit");
    return cast;
  } finally {
    await db.end();
  }
}

const cast = await seedProgram();
const moments: Moment[] = [];
planHistory({ cast, moments, roll: dice(20_261_125), today });
const told = await tellStory(moments, new Date(now.getTime() - 3 * 86_400_000));
await tellPresent({ cast, now });
console.log(`Seeded the demo program: ${told} moments of its history and what goes on now.`);
await disconnect();
