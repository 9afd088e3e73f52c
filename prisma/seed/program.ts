import { readFileSync } from "node:fs";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { v5 } from "uuid";
import type { PersonActor, Role } from "@/kernel/actor";
import { addDays, addMonths, fiscalQuarter, type PlainDate, plainDate, startOfDay } from "@/kernel/dates";
import { plain } from "./customers";
import { vendorZone } from "./moments";
import { seedPartners, seedProducts, seedRegions } from "./partners";
import { demoPassword, keplerPeople, managerOf, type SeedPerson, vendorPeople } from "./personas";
import { registrationPolicy } from "./registration-policy";

const namespace = "0b0f8f6e-52c7-4f1c-9a53-7d7e3c1a9b21";
/** The same name gives the same id in every demo. */
export const seedId = (...name: string[]) => v5(name.join("/"), namespace);

export const productId = (code: string) => seedId("product", code);

const vendorDomain = "northwind.example";
const zones: Record<string, string> = {
  GB: "Europe/London",
  IE: "Europe/Dublin",
  US: "America/Chicago",
  PT: "Europe/Lisbon",
  FI: "Europe/Helsinki",
};

const workWeek = JSON.stringify({
  1: ["09:00", "17:00"],
  2: ["09:00", "17:00"],
  3: ["09:00", "17:00"],
  4: ["09:00", "17:00"],
  5: ["09:00", "17:00"],
  6: null,
  7: null,
});
// Nationwide holidays in Germany with a fixed date; the moving ones follow below by their distance from Easter Sunday.
const fixedHolidays = ["01-01", "05-01", "10-03", "12-25", "12-26"];
const easter: Record<number, string> = {
  2025: "2025-04-20",
  2026: "2026-04-05",
  2027: "2027-03-28",
  2028: "2028-04-16",
};

function holidays(): string[] {
  return Object.entries(easter).flatMap(([year, sunday]) => [
    ...fixedHolidays.map((day) => `${year}-${day}`),
    ...[-2, 1, 39, 50].map((days) => addDays(plainDate(sunday), days)),
  ]);
}

/** What the vendor set: name, currency, calendar, regions, product lines, exchange rates, two versions of the rules. */
export async function seedInstallation(db: pg.Client, today: PlainDate): Promise<void> {
  await db.query(
    "insert into installation (id, vendor_name, demo, reporting_currency, zone) values (1, 'Northwind Systems', true, 'EUR', 'Europe/Berlin')",
  );
  await db.query(
    "insert into business_calendar (id, name, is_default, zone, hours, holidays) values ($1, 'Germany', true, 'Europe/Berlin', $2, $3)",
    [seedId("calendar"), workWeek, holidays()],
  );
  for (const [code, name, parent] of seedRegions) {
    await db.query("insert into region (id, code, name, parent_id) values ($1, $2, $3, $4)", [
      seedId("region", code),
      code,
      name,
      parent && seedId("region", parent),
    ]);
  }
  for (const [code, name] of seedProducts)
    await db.query("insert into product_line (id, code, name) values ($1, $2, $3)", [
      seedId("product", code),
      code,
      name,
    ]);
  await seedRates(db);
  const versions = [
    { version: 1, limit: 10_000_000, from: addMonths(today, -24), status: "superseded" },
    { version: 2, limit: 15_000_000, from: addMonths(fiscalQuarter(today, 1).from, -2), status: "published" },
  ];
  for (const { version, limit, from, status } of versions) {
    await db.query(
      "insert into policy_version (id, kind, version, name, status, effective_from, body) values ($1, 'deal.registration', $2, 'Deal registration', $3, $4, $5)",
      [
        seedId("policy", String(version)),
        version,
        status,
        startOfDay(from, vendorZone),
        JSON.stringify(registrationPolicy(limit)),
      ],
    );
  }
}

async function seedRates(db: pg.Client): Promise<void> {
  const [head = "", ...lines] = readFileSync(path.join(import.meta.dirname, "data/ecb-rates.csv"), "utf8")
    .trim()
    .split("\n");
  const currencies = head.split(",").slice(1);
  const rows = lines.flatMap((line) => {
    const [day, ...rates] = line.split(",");
    return rates.map((rate, index) => ({ currency: currencies[index], day, per_euro: rate }));
  });
  await db.query(
    `insert into exchange_rate (currency, day, per_euro, source)
     select currency, day, per_euro, 'European Central Bank' from jsonb_to_recordset($1) as r (currency text, day date, per_euro numeric)`,
    [JSON.stringify(rows)],
  );
}

export type Cast = {
  readonly actorOf: (name: string) => PersonActor;
};

const emailOf = (person: SeedPerson, domain: string) => `${plain(person.name).replaceAll("-", ".")}@${domain}`;

/** Partners, everybody's people and their sign-ins. Returns the people as actors, by name. */
export async function seedPeople(db: pg.Client, today: PlainDate): Promise<Cast> {
  for (const partner of seedPartners) {
    await db.query(
      `insert into partner (id, name, trading_name, domain, country, region_id, types, tier, currency, agreement_date, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        seedId("partner", partner.trading),
        partner.name,
        partner.trading,
        `${plain(partner.trading)}.example`,
        partner.country,
        seedId("region", partner.region),
        partner.types,
        partner.tier,
        partner.currency,
        addMonths(today, -partner.months),
        startOfDay(addMonths(today, -partner.months - 1), vendorZone),
      ],
    );
  }
  const passwordHash = await hash(demoPassword);
  const actors = new Map<string, PersonActor>();
  const everybody = [...keplerPeople, ...vendorPeople, ...seedPartners.slice(1).flatMap(peopleOf)];
  for (const [index, person] of everybody.entries())
    actors.set(person.name, await seedPerson(db, person, passwordHash, index));
  for (const partner of seedPartners) {
    await db.query("update partner set channel_manager_id = $2 where id = $1", [
      seedId("partner", partner.trading),
      seedId("person", managerOf(partner.region)),
    ]);
  }
  // Amira looks after DACH while Jonas is away over the holidays.
  await db.query("insert into cover (id, person_id, cover_id, starts_on, ends_on) values ($1, $2, $3, $4, $5)", [
    seedId("cover"),
    seedId("person", "Jonas Lindqvist"),
    seedId("person", "Amira Haddad"),
    addDays(today, 27),
    addDays(today, 41),
  ]);
  return {
    actorOf(name) {
      const actor = actors.get(name);
      if (!actor) throw new Error(`nobody is called ${name}`);
      return actor;
    },
  };
}

// Of two people with a role, the one who has had it longer comes first.
const membershipStatement = `insert into membership (id, person_id, partner_id, role, region_id, created_at)
  values ($1, $2, $3, $4, $5, timestamptz '2024-01-01' + make_interval(secs => $6))`;

function peopleOf({ trading, people: [sales, admin] }: (typeof seedPartners)[number]): SeedPerson[] {
  return [
    { name: sales, title: "Sales", role: "partner_sales", partner: trading },
    { name: admin, title: "Managing director", role: "partner_admin", partner: trading },
  ];
}

async function seedPerson(
  db: pg.Client,
  person: SeedPerson,
  passwordHash: string,
  order: number,
): Promise<PersonActor> {
  const partner = seedPartners.find((candidate) => candidate.trading === person.partner);
  const id = seedId("person", person.name);
  const partnerId = partner ? seedId("partner", partner.trading) : null;
  const zone = person.zone ?? (partner && zones[partner.country]) ?? "Europe/Berlin";
  const email = emailOf(person, partner ? `${plain(partner.trading)}.example` : vendorDomain);
  await db.query(
    "insert into person (id, partner_id, email, name, title, zone, is_contact) values ($1, $2, $3, $4, $5, $6, $7)",
    [id, partnerId, email, person.name, person.title, zone, person.isContact ?? false],
  );
  await db.query(membershipStatement, [
    seedId("membership", person.name),
    id,
    partnerId,
    person.role,
    person.region ? seedId("region", person.region) : null,
    order,
  ]);
  // The demo offers the first person of each role, by this order.
  await db.query(
    "insert into identity.credential (person_id, password_hash, changed_at) values ($1, $2, timestamptz '2026-01-01' + make_interval(secs => $3))",
    [id, passwordHash, order],
  );
  return {
    kind: "person",
    personId: id,
    name: person.name,
    side: partnerId ? "partner" : "vendor",
    partnerId,
    // The membership check of the database knows the same words.
    roles: [person.role as Role],
    seesCompanyDeals: false,
    zone,
    locale: "en",
  };
}
