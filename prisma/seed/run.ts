import pg from "pg";
import { disconnect } from "@/server/db";
import { prepareDatabase } from "../../scripts/lib/database";
import { productEnvironment } from "../../scripts/lib/product";
import { profiles } from "./profiles";
import { Refused } from "./refused";
import { readSettings } from "./settings";
import { fillOnce } from "./state";

async function seed(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  // Whoever starts the product has prepared the database and names its logins; anybody else gets it prepared here.
  const prepared = process.env.APP_DATABASE_URL ? null : await prepareDatabase();
  if (prepared) Object.assign(process.env, productEnvironment(prepared, "http://localhost:3000"));
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Refused("DATABASE_URL is not set: it is the address of the owner's database.");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    console.log(await fillOnce(owner, settings.profile, () => profiles[settings.profile](ownerUrl, settings)));
  } finally {
    await owner.end();
    await disconnect();
    await prepared?.stop();
  }
}

try {
  await seed();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
