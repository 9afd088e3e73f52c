import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { vendorRoles } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { seedId } from "../ids";
import { insert } from "../insert";
import { vendorZone } from "../moments";
import type { LoadPartner, LoadPerson, Staff } from "./staff";

/** Who can sign in to a loaded database; everybody has the same password, which is new each time. */
export type SignIn = {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly organisation: string;
};

/** Writes partners by rank and everybody who works there or at the vendor. */
export async function seedStaff(
  db: pg.Client,
  staff: Staff,
  since: Date,
  agreedOn: (partner: LoadPartner) => PlainDate,
): Promise<string> {
  await insert(
    db,
    "partner",
    staff.partners.map((partner) => ({
      id: partner.id,
      name: partner.name,
      tradingName: partner.name,
      domain: partner.domain,
      country: partner.country,
      regionId: seedId("region", partner.region),
      types: [partner.type],
      stage: "active",
      tier: partner.tier,
      currency: partner.currency,
      agreementDate: agreedOn(partner),
      sharesDeals: false,
      version: 1,
      createdAt: since,
    })),
  );
  const people = everybody(staff);
  await insert(
    db,
    "person",
    people.map(({ id, partnerId, email, name, role }) => ({
      id,
      partnerId,
      email,
      name,
      title: role.replaceAll("_", " "),
      locale: "en",
      zone: vendorZone,
      isContact: role === "channel_manager",
      createdAt: since,
    })),
  );
  await insert(
    db,
    "membership",
    people.map(({ id, partnerId, role, region }, order) => ({
      id: seedId("load-membership", id),
      personId: id,
      partnerId,
      role,
      regionId: region && seedId("region", region),
      createdAt: new Date(since.getTime() + order),
    })),
  );
  await db.query(
    "update partner set channel_manager_id = m.person from unnest($1::uuid[], $2::uuid[]) m (partner, person) where id = m.partner",
    [staff.partners.map(({ id }) => id), staff.partners.map(({ manager }) => manager.id)],
  );
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await hash(password);
  await insert(
    db,
    "identity.credential",
    people.map(({ id }) => ({ personId: id, passwordHash, changedAt: since })),
  );
  return password;
}

function everybody({ vendor, partners }: Staff): LoadPerson[] {
  return [...vendor, ...partners.flatMap(({ sellers, admin }) => [...sellers, admin])];
}

/** Some who can sign in: one of each role of the vendor, and people of the largest partner, one in the middle and the smallest. */
export function signInsOf({ vendor, partners }: Staff, password: string): SignIn[] {
  const ofVendor = vendorRoles.flatMap((role) => vendor.find((person) => person.role === role) ?? []);
  const chosen = [partners.at(0), partners.at(partners.length >> 1), partners.at(-1)].flatMap(
    (partner) => partner ?? [],
  );
  const known = [
    ...ofVendor.map((person) => ({ person, organisation: "vendor" })),
    ...chosen.flatMap(({ name, sellers, admin }) =>
      [...sellers.slice(0, 1), admin].map((person) => ({ person, organisation: name })),
    ),
  ];
  return known.map(({ person, organisation }) => ({ email: person.email, password, role: person.role, organisation }));
}
