import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, plainDate, startOfDay } from "@/kernel/dates";
import { planHistory } from "../../prisma/seed/history";
import { type Ledger, type LedgerDeal, openLedger } from "../../prisma/seed/ledger";
import { tellPast } from "../../prisma/seed/ledger-write";
import { dice, type Moment } from "../../prisma/seed/moments";
import { seedNeighbours } from "../../prisma/seed/neighbours";
import { inOneTransaction } from "../../prisma/seed/owner";
import { seedProducts, seedRegions } from "../../prisma/seed/partners";
import { type Cast, seedPeople } from "../../prisma/seed/people";
import { seedInstallation } from "../../prisma/seed/program";
import { planShowcase } from "../../prisma/seed/showcase";
import { testDatabaseUrl } from "../support/database";
import { noon, today as noonsDay } from "../support/world";

const db = new pg.Client({ connectionString: testDatabaseUrl() });
let cast: Cast;

beforeAll(async () => {
  await db.connect();
  await db.query("set role entente_owner");
  const program = { vendorName: "Northwind Systems", demo: true, regions: seedRegions, products: seedProducts };
  await inOneTransaction(db, async () => {
    await seedInstallation(db, program, noonsDay);
    await seedNeighbours(db, noon);
    cast = await seedPeople(db, noonsDay);
  });
}, 60_000);
afterAll(async () => {
  await db.end();
});

/** The past as it is told on a day, in memory only. The rules have been in force long enough for any of these days. */
async function pastOf(day: string): Promise<Ledger> {
  const ledger = await openLedger(db);
  const [newest, ...older] = ledger.policies;
  if (!newest) throw new Error("no rules");
  const policies = [...older, { ...newest, effectiveFrom: new Date("2020-01-01T00:00:00Z") }];
  const told = { ...ledger, policies };
  const moments: Moment[] = [];
  const today = plainDate(day);
  const scene = { cast, ledger: told, moments, roll: dice(20_261_125), today };
  planHistory(scene);
  planShowcase(scene);
  tellPast(told, moments, new Date(startOfDay(today, "Europe/Berlin").getTime() + 12 * 3_600_000));
  return told;
}

const open = ({ stage }: LedgerDeal) => stage !== "won" && stage !== "lost";

// A Saturday, two holidays, the summer.
test.each(["2026-11-28", "2027-01-01", "2027-03-29", "2027-08-16"])(
  "told on %s, Lena has four things to do from the past, and nobody but those asked on purpose is waited for",
  async (day) => {
    const { deals, people } = await pastOf(day);
    const today = plainDate(day);
    const byState = (status: string) => deals.filter((deal) => deal.status === status);
    expect(byState("in_review")).toEqual([]);
    expect(byState("needs_info").map(({ columns }) => columns.customerName)).toEqual([
      "Bergfeld Logistik GmbH",
      "Ahrtal Winzer eG",
    ]);
    const ofLena = byState("approved").filter((deal) => people.get(deal.ownerId) === "Lena Brandt" && open(deal));
    // Days as text compare as days.
    const ends = ofLena.filter(({ columns }) => String(columns.protectedUntil) <= addDays(today, 15));
    expect(ends.map(({ columns }) => columns.customerName).sort()).toEqual([
      "Donau Energie AG",
      "Harzer Solar GmbH",
      "Rheinchem Spezial GmbH",
    ]);
    expect(ofLena.filter(({ columns }) => String(columns.expectedClose) < today)).toEqual([]);
  },
);
