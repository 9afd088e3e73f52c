import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { type PersonActor, partnerRoles, personActor, type Role, vendorRoles } from "@/kernel/actor";
import { addDays, addMonths, type PlainDate, startOfDay } from "@/kernel/dates";
import { plain } from "./customers";
import { seedId } from "./ids";
import { insert } from "./insert";
import { vendorZone } from "./moments";
import { partnerPeople } from "./partner-people";
import { partnerOf, seedPartners } from "./partners";
import { demoPassword, keplerPeople, type SeedPerson, vendorPeople } from "./personas";

const vendorDomain = "northwind.example";
const zones: Readonly<Record<string, string>> = {
  AU: "Australia/Melbourne",
  CA: "America/Toronto",
  CZ: "Europe/Prague",
  FI: "Europe/Helsinki",
  GB: "Europe/London",
  GR: "Europe/Athens",
  IE: "Europe/Dublin",
  JP: "Asia/Tokyo",
  PL: "Europe/Warsaw",
  PT: "Europe/Lisbon",
  SG: "Asia/Singapore",
  US: "America/Chicago",
};

/** The people of a program as actors, by name. */
export type Cast = { readonly actorOf: (name: string) => PersonActor };

const roles: readonly Role[] = [...vendorRoles, ...partnerRoles];

function actorFrom(person: SeedPerson): PersonActor {
  const role = roles.find((candidate) => candidate === person.role);
  const actor = personActor({
    personId: seedId("person", person.name),
    name: person.name,
    partnerId: person.partner && seedId("partner", person.partner),
    roles: role ? [role] : [],
    seesCompanyDeals: false,
    zone: zoneOf(person),
    locale: "en",
  });
  if (!role || !actor) throw new Error(`${person.name} cannot be ${person.role}`);
  return actor;
}

function zoneOf(person: SeedPerson): string {
  const country = person.partner === null ? "" : partnerOf(person.partner).country;
  return person.zone ?? zones[country] ?? vendorZone;
}

function emailOf({ name, latin = name, partner }: SeedPerson): string {
  const domain = partner === null ? vendorDomain : `${plain(partner)}.example`;
  return `${plain(latin).replaceAll("-", ".")}@${domain}`;
}

/** A number from the range that is kept for stories. */
const phoneOf = (order: number) => `+49 30 23125 ${100 + order}`;

const secondsAfter = (start: string, seconds: number) => new Date(Date.parse(start) + seconds * 1000);

/** Partners, everybody's people and their sign-ins; nobody of a partner that left can sign in any more. */
export async function seedPeople(db: pg.Client, today: PlainDate): Promise<Cast> {
  const others = partnerPeople.filter((person) => !keplerPeople.includes(person));
  const everybody = [...keplerPeople, ...vendorPeople, ...others];
  const joined = ({ partner }: SeedPerson) =>
    startOfDay(addMonths(today, partner === null ? -37 : -partnerOf(partner).months - 1), vendorZone);
  const leftOn = ({ partner }: SeedPerson) => {
    const gone = partner === null ? null : partnerOf(partner);
    return gone?.stage === "former" ? startOfDay(addMonths(today, -gone.quiet), vendorZone) : null;
  };
  await seedPartnerLines(db, today);
  await insert(
    db,
    "person",
    everybody.map((person, order) => ({
      id: seedId("person", person.name),
      partnerId: person.partner && seedId("partner", person.partner),
      email: emailOf(person),
      name: person.name,
      title: person.title,
      locale: "en",
      zone: zoneOf(person),
      isContact: person.isContact ?? false,
      phone: person.partner === null ? phoneOf(order) : "",
      createdAt: joined(person),
      disabledAt: leftOn(person),
    })),
  );
  await insert(
    db,
    "membership",
    // Of two people with a role, the one who has had it longer comes first.
    everybody.map((person, order) => ({
      id: seedId("membership", person.name),
      personId: seedId("person", person.name),
      partnerId: person.partner && seedId("partner", person.partner),
      role: person.role,
      regionId: person.region ? seedId("region", person.region) : null,
      createdAt: secondsAfter("2024-01-01T00:00:00Z", order),
      endedAt: leftOn(person),
    })),
  );
  const passwordHash = await hash(demoPassword);
  await insert(
    db,
    "identity.credential",
    // The demo offers the first person of each role, by this order.
    everybody.map(({ name }, order) => ({
      personId: seedId("person", name),
      passwordHash,
      changedAt: secondsAfter("2026-01-01T00:00:00Z", order),
    })),
  );
  await assignManagers(db, today);
  await seedContactCard(db);
  await seedInvitations(db, today);
  const actors = new Map(everybody.map((person) => [person.name, actorFrom(person)]));
  return {
    actorOf(name) {
      const actor = actors.get(name);
      if (!actor) throw new Error(`nobody is called ${name}`);
      return actor;
    },
  };
}

/** All partners as active ones: those that are not any more were so while they registered deals. */
async function seedPartnerLines(db: pg.Client, today: PlainDate): Promise<void> {
  await insert(
    db,
    "partner",
    seedPartners.map(({ name, trading, country, region, types, tier, currency, months, stage }) => ({
      id: seedId("partner", trading),
      name,
      tradingName: trading,
      domain: `${plain(trading)}.example`,
      country,
      regionId: seedId("region", region),
      types,
      stage: "active",
      tier,
      currency,
      // One that is still on board has signed nothing yet.
      agreementDate: stage === "onboarding" ? null : addMonths(today, -months),
      sharesDeals: false,
      version: 1,
      createdAt: startOfDay(addMonths(today, -months - 1), vendorZone),
    })),
  );
}

/** Who looks after which partner, and who stands in for Jonas over the holidays. */
async function assignManagers(db: pg.Client, today: PlainDate): Promise<void> {
  await db.query(
    `update partner set channel_manager_id = m.person from unnest($1::uuid[], $2::uuid[]) m (partner, person) where id = m.partner`,
    [
      seedPartners.map(({ trading }) => seedId("partner", trading)),
      seedPartners.map(({ manager }) => seedId("person", manager)),
    ],
  );
  await insert(db, "cover", [
    {
      id: seedId("cover"),
      personId: seedId("person", "Jonas Lindqvist"),
      coverId: seedId("person", "Amira Haddad"),
      startsOn: addDays(today, 27),
      endsOn: addDays(today, 41),
    },
  ]);
}

/** Puts the partners that are not active any more, or not yet, where they stand today. */
export async function seedStandings(db: pg.Client): Promise<void> {
  const changed = seedPartners.filter(({ stage }) => stage !== "active");
  await db.query(
    "update partner set stage = s.stage from unnest($1::uuid[], $2::text[]) s (id, stage) where partner.id = s.id",
    [changed.map(({ trading }) => seedId("partner", trading)), changed.map(({ stage }) => stage)],
  );
}

/** Whom every partner turns to; the channel manager is theirs for sales. */
const contactCard = [
  ["sales", "Ines Carvalho", "Tomasz Nowak"],
  ["technical", "Tomasz Nowak", "Ines Carvalho"],
  ["marketing", "Chiara Conti", "Ines Carvalho"],
  ["finance", "Henrik Vogel", "Tomasz Nowak"],
  ["escalation", "Ines Carvalho", "Margaret Osei"],
] as const;

async function seedContactCard(db: pg.Client): Promise<void> {
  await insert(
    db,
    "program_contact",
    contactCard.map(([topic, person, backup]) => ({
      topic,
      personId: seedId("person", person),
      backupId: seedId("person", backup),
    })),
  );
  const named = contactCard.flatMap(([, person, backup]) => [person, backup]);
  await db.query("update person set is_contact = true where id = any($1::uuid[])", [
    named.map((name) => seedId("person", name)),
  ]);
}

/** Somebody whom the first partner expects, and a colleague whose link ended unused. */
async function seedInvitations(db: pg.Client, today: PlainDate): Promise<void> {
  const invited = [
    { name: "Nele Friedrich", role: "partner_sales", daysAgo: 2 },
    { name: "Paul Winkelmann", role: "partner_technical", daysAgo: 20 },
  ];
  await insert(
    db,
    "invitation",
    invited.map(({ name, role, daysAgo }) => {
      const sentAt = startOfDay(addDays(today, -daysAgo), vendorZone);
      return {
        id: seedId("invitation", name),
        partnerId: seedId("partner", "Kepler Data"),
        email: `${plain(name).replaceAll("-", ".")}@kepler-data.example`,
        name,
        title: "",
        roles: [role],
        locale: "de",
        zone: vendorZone,
        invitedById: seedId("person", "Rainer Kepler"),
        number: 1,
        createdAt: sentAt,
        sentAt,
        expiresAt: startOfDay(addDays(today, 14 - daysAgo), vendorZone),
      };
    }),
  );
}
