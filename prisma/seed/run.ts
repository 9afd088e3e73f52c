import pg from "pg";
import { disconnect } from "@/server/db";
import { seedDemo } from "./demo";
import { fillOnce } from "./state";

const profile =
  process.argv.find((argument) => argument.startsWith("--profile="))?.slice("--profile=".length) ?? "demo";
if (profile !== "demo") throw new Error(`There is no profile ${profile}; the one there is: demo.`);
const ownerUrl = process.env.DATABASE_URL;
if (!ownerUrl) throw new Error("DATABASE_URL is not set: it is the address of the owner's database.");

const now = process.env.SEED_NOW ? new Date(process.env.SEED_NOW) : new Date();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
try {
  const { deals, moments } = await fillOnce(owner, () => seedDemo(ownerUrl, now));
  console.log(`Seeded the demo program: ${deals} deals, told in ${moments} moments, and what goes on now.`);
} finally {
  await owner.end();
  await disconnect();
}
