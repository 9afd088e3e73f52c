import pg from "pg";
import { v5 } from "uuid";
import type { PersonActor, Role } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { addDays, dayOf } from "@/kernel/dates";
import type { PolicyBody } from "@/kernel/policy";
import { registrationPolicy } from "@/modules/deals/domain/classic-program";
import type { DealContentInput } from "@/modules/deals/schema";
import { withoutPresales } from "../../prisma/seed/program";
import { testDatabaseUrl } from "./database";

const namespace = "6f0f6d5e-3f0a-4a53-9a53-0e1f6f2a5b11";
/** The same name always gives the same id. */
export const idOf = (name: string) => v5(name, namespace);

/** Wednesday noon in Berlin: inside business hours, far from any change of clocks. */
export const noon = new Date("2026-11-25T11:00:00Z");
export const today: PlainDate = dayOf(noon, "Europe/Berlin");

type Company = "alpha" | "beta";
export type World = Readonly<
  Record<
    | "alphaAdmin"
    | "alphaSales"
    | "alphaOther"
    | "betaSales"
    | "manager"
    | "cover"
    | "owner"
    | "finance"
    | "executive"
    | "administrator"
    | "seller",
    PersonActor
  >
>;

function actor(name: string, role: Role, company: Company | null): PersonActor {
  return {
    kind: "person",
    personId: idOf(name),
    name,
    side: company ? "partner" : "vendor",
    partnerId: company ? idOf(company) : null,
    roles: [role],
    seesCompanyDeals: false,
    zone: "Europe/Berlin",
    locale: "en",
  };
}

export const world: World = {
  alphaAdmin: actor("Ada Alpha", "partner_admin", "alpha"),
  alphaSales: actor("Sam Alpha", "partner_sales", "alpha"),
  alphaOther: actor("Olga Alpha", "partner_sales", "alpha"),
  betaSales: actor("Ben Beta", "partner_sales", "beta"),
  manager: actor("Mia Manager", "channel_manager", null),
  cover: actor("Carl Cover", "channel_manager", null),
  owner: actor("Ina Owner", "program_owner", null),
  finance: actor("Finn Finance", "finance", null),
  executive: actor("Eva Executive", "executive", null),
  administrator: actor("Adam Admin", "administrator", null),
  seller: actor("Sue Seller", "direct_seller", null),
};

/** Runs a statement as the owner, past row-level security: for seeding and for looking behind the scenes. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const program = registrationPolicy(15_000_000);

/** Later rules of registrations, in force since the spring; the higher the version, the later. */
export async function publishedRules(version: number, body: PolicyBody): Promise<void> {
  await sql(
    `insert into policy_version (id, kind, version, name, status, effective_from, body)
     values (gen_random_uuid(), 'deal.registration', $1, 'Test program', 'published', date '2026-03-01' + $1::int, $2)`,
    [version, JSON.stringify(body)],
  );
}

const hours = JSON.stringify(
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, day < 6 ? ["09:00", "17:00"] : null])),
);

/**
 * A vendor with one manager, two partners and their people. Each partner has had one deal approved, so it is not its first. An
 * approval brings pre-sales help only where it is asked for.
 */
export async function seedWorld({ presales = false } = {}): Promise<World> {
  await sql(
    `insert into installation (id, vendor_name, demo, reporting_currency, zone) values (1, 'Northwind Systems', false, 'EUR', 'Europe/Berlin')`,
  );
  await sql(
    "insert into business_calendar (id, name, is_default, zone, hours, holidays) values ($1, 'Berlin', true, 'Europe/Berlin', $2, '{}')",
    [idOf("calendar"), hours],
  );
  await sql("insert into region (id, code, name) values ($1, 'DACH', 'DACH')", [idOf("dach")]);
  await sql(
    "insert into product_line (id, code, name) values ($1, 'lakehouse', 'Lakehouse'), ($2, 'streams', 'Streams')",
    [idOf("lakehouse"), idOf("streams")],
  );
  await sql("insert into exchange_rate (currency, day, per_euro, source) values ('USD', '2026-01-02', 1.25, 'test')");
  await sql(
    "insert into policy_version (id, kind, version, name, status, effective_from, body) values ($1, 'deal.registration', 1, 'Test program', 'published', '2026-01-01', $2)",
    [idOf("policy"), JSON.stringify(presales ? program : withoutPresales(program))],
  );
  for (const { name, personId } of Object.values(world)) {
    await sql("insert into person (id, email, name, zone, is_contact) values ($1, $2, $3, 'Europe/Berlin', $4)", [
      personId,
      `${name.toLowerCase().replace(" ", ".")}@test.example`,
      name,
      name === world.manager.name,
    ]);
  }
  for (const company of ["alpha", "beta"] as const) {
    await sql(
      `insert into partner (id, name, trading_name, domain, country, region_id, types, tier, currency, agreement_date, channel_manager_id)
       values ($1, $2, $2, $3, 'DE', $4, '{reseller}', 'gold', 'EUR', '2025-01-01', $5)`,
      [idOf(company), `${company} GmbH`, `${company}.example`, idOf("dach"), world.manager.personId],
    );
  }
  for (const { personId, partnerId, roles } of Object.values(world)) {
    await sql("update person set partner_id = $2 where id = $1", [personId, partnerId]);
    await sql("insert into membership (id, person_id, partner_id, role) values (gen_random_uuid(), $1, $2, $3)", [
      personId,
      partnerId,
      roles[0],
    ]);
  }
  for (const [company, person] of [
    ["alpha", world.alphaSales],
    ["beta", world.betaSales],
  ] as const) {
    await sql("insert into account (id, name, country) values ($1, $2, 'DE')", [
      idOf(`${company} customer`),
      `${company} customer`,
    ]);
    await sql(
      `insert into deal (id, number, partner_id, owner_id, created_by_id, origin, account_id, customer_name, customer_country, product_line_id, amount, currency, expected_close, status, submitted_at, decided_at, created_at, updated_at)
       values ($1, $2, $3, $4, $4, 'import', $5, 'An earlier customer', 'DE', $6, 100000, 'EUR', '2026-02-01', 'expired', '2026-01-10', '2026-01-10', '2026-01-10', '2026-01-10')`,
      [
        idOf(`${company} earlier`),
        `D-26-9${company === "alpha" ? "1" : "2"}`,
        idOf(company),
        person.personId,
        idOf(`${company} customer`),
        idOf("lakehouse"),
      ],
    );
  }
  return world;
}

/** Another program owner, who took no part in anything yet; its id. */
export async function secondOwner(): Promise<string> {
  const id = idOf("second program owner");
  await sql(
    "insert into person (id, name, email, zone) values ($1, 'Olga Other', 'olga@example.com', 'Europe/Berlin') on conflict do nothing",
    [id],
  );
  await sql("insert into membership (id, person_id, role) values ($1, $2, 'program_owner') on conflict do nothing", [
    idOf("second program owner's role"),
    id,
  ]);
  return id;
}

/** A complete registration; change what a test is about. */
export function content(changes: Partial<DealContentInput> = {}): DealContentInput {
  return {
    customer: { name: "Isarwerk Antriebstechnik AG", website: "isarwerk.com", country: "DE" },
    contact: { name: "Anke Reuter", email: "anke.reuter@isarwerk.com" },
    productLineId: idOf("lakehouse"),
    partnerRole: "selling",
    dealType: "new",
    amount: { amount: "48000", currency: "EUR" },
    expectedClose: addDays(today, 80),
    need: "",
    ...changes,
  };
}
