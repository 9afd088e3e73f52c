import type { Role } from "@/kernel/actor";
import { plain, spelling } from "../customers";
import { seedId } from "../ids";
import { places } from "../places";

/** Region and currency of each country, and how much of the business is there. */
const countries: readonly (readonly [country: string, region: string, currency: string, share: number])[] = [
  ["DE", "DACH", "EUR", 20],
  ["AT", "DACH", "EUR", 3],
  ["CH", "DACH", "CHF", 5],
  ["NO", "NORDICS", "NOK", 3],
  ["SE", "NORDICS", "SEK", 4],
  ["DK", "NORDICS", "DKK", 3],
  ["FI", "NORDICS", "EUR", 3],
  ["GB", "UKI", "GBP", 11],
  ["IE", "UKI", "EUR", 2],
  ["NL", "BENELUX", "EUR", 4],
  ["BE", "BENELUX", "EUR", 2],
  ["FR", "SOUTH", "EUR", 8],
  ["IT", "SOUTH", "EUR", 5],
  ["ES", "SOUTH", "EUR", 4],
  ["PT", "SOUTH", "EUR", 1],
  ["PL", "CEE", "PLN", 3],
  ["CZ", "CEE", "CZK", 2],
  ["US", "NAMER", "USD", 12],
  ["CA", "NAMER", "CAD", 3],
  ["AU", "APAC", "AUD", 1],
  ["SG", "APAC", "SGD", 1],
];

const byShare = countries.flatMap((country) => Array.from({ length: country[3] }, () => country));

/** Country, region and currency of the n-th of many; neighbours in a list are not neighbours on the map. */
export function countryOf(index: number): (typeof countries)[number] {
  const found = byShare[(index * 37) % byShare.length];
  if (!found) throw new Error(`${index} is in no country`);
  return found;
}

export type LoadPerson = {
  readonly id: string;
  readonly partnerId: string | null;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly region: string | null;
};

export type LoadPartner = {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly country: string;
  readonly region: string;
  readonly currency: string;
  readonly tier: "platinum" | "gold" | "silver" | "registered";
  readonly type: string;
  /** How much it registers, by its rank: a few large ones, and a long tail. */
  readonly weight: number;
  /** Share of the history, 0 to 1, that had passed when it joined. */
  readonly joined: number;
  readonly manager: LoadPerson;
  readonly sellers: readonly LoadPerson[];
  readonly admin: LoadPerson;
  /** How many registrations of it were approved so far. */
  approved: number;
};

export type Staff = {
  readonly vendor: readonly LoadPerson[];
  readonly owner: LoadPerson;
  readonly partners: readonly LoadPartner[];
};

function nameOf(country: string, index: number): { name: string; local: string } {
  const place = places[country] ?? places.GB;
  const first = spelling(place?.first[index % place.first.length] ?? "").text;
  const last = spelling(place?.last[Math.floor(index / 7) % place.last.length] ?? "").text;
  return { name: `${first} ${last}`, local: `${plain(first)}.${plain(last)}.${index}` };
}

function person(
  partner: { id: string; domain: string } | null,
  country: string,
  role: Role,
  index: number,
): LoadPerson {
  const { name, local } = nameOf(country, index);
  const email = `${local}@${partner?.domain ?? "vendor.example"}`;
  return { id: seedId("load-person", email), partnerId: partner?.id ?? null, name, email, role, region: null };
}

const others: readonly (readonly [Role, number])[] = [
  ["program_owner", 2],
  ["administrator", 1],
  ["finance", 3],
  ["executive", 2],
  ["marketing", 2],
  ["legal", 2],
  ["direct_seller", 4],
];
const partnersOfManager = 160;

/** A channel manager for each region, who sees all of it, and as many more as it takes; they see the partners they have. */
function managersFor(partnerCount: number): Map<string, LoadPerson[]> {
  const managers = new Map<string, LoadPerson[]>();
  for (const [country, region, , share] of countries) {
    const known = managers.get(region) ?? [];
    const wanted = Math.ceil(((partnerCount / 100) * share) / partnersOfManager);
    for (let number = 0; number < wanted; number += 1) {
      const manager = person(null, country, "channel_manager", managers.size * 1000 + known.length);
      known.push({ ...manager, region: known.length === 0 ? region : null });
    }
    managers.set(region, known);
  }
  return managers;
}

const stems = ["Data", "Cloud", "Systems", "Digital", "Net", "Logic", "Stack", "Soft", "Works", "Bridge"];
const forms: Readonly<Record<string, string>> = { DE: "GmbH", AT: "GmbH", CH: "AG", GB: "Ltd", US: "Inc.", FR: "SAS" };

function partner(rank: number, managers: ReadonlyMap<string, readonly LoadPerson[]>): LoadPartner {
  const [country, region, currency] = countryOf(rank);
  const place = places[country];
  const stem = spelling(place?.stems[rank % place.stems.length] ?? "").text;
  const name = `${stem} ${stems[rank % stems.length]} ${rank} ${forms[country] ?? ""}`.trim();
  const domain = `${plain(`${stem}-${stems[rank % stems.length]}`)}-${rank}.example`;
  const id = seedId("load-partner", domain);
  const weight = 1 / (rank + 3) ** 0.75;
  // The largest have forty sellers, most have one or two.
  const sellers = Math.max(1, Math.round(40 / (rank + 1) ** 0.45));
  const ofRegion = managers.get(region) ?? [];
  const manager = ofRegion[rank % ofRegion.length];
  if (!manager) throw new Error(`nobody looks after ${region}`);
  return {
    id,
    name,
    domain,
    country,
    region,
    currency,
    tier: rank < 40 ? "platinum" : rank % 11 < 2 ? "gold" : rank % 3 === 0 ? "silver" : "registered",
    type: ["reseller", "system_integrator", "msp", "isv", "referral"][rank % 5] ?? "reseller",
    weight,
    joined: rank < 100 ? 0 : ((rank * 7919) % 1000) / 1100,
    manager,
    sellers: Array.from({ length: sellers }, (_, index) => person({ id, domain }, country, "partner_sales", index)),
    admin: person({ id, domain }, country, "partner_admin", 900),
    approved: 0,
  };
}

/** The vendor's people and partners by rank, the largest first; the same numbers give the same ones. */
export function staffFor(partnerCount: number): Staff {
  const managers = managersFor(partnerCount);
  const rest = others.flatMap(([role, count], kind) =>
    Array.from({ length: count }, (_, index) => person(null, "GB", role, 100_000 + kind * 1000 + index)),
  );
  const [owner] = rest;
  if (!owner) throw new Error("the program has no owner");
  const partners = Array.from({ length: partnerCount }, (_, rank) => partner(rank, managers));
  return { vendor: [...[...managers.values()].flat(), ...rest], owner, partners };
}
