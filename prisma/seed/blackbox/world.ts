import { randomBytes } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { addMonths, type PlainDate, startOfDay } from "@/kernel/dates";
import { seedId } from "../ids";
import { insert } from "../insert";
import { vendorZone } from "../moments";
import { seedProducts } from "../partners";
import { type Program, seedInstallation } from "../program";
import type { Canaries } from "./canaries";
import { type Member, partnerMembers, partners, regions, vendorKey, vendorMembers } from "./organisations";

const program: Program = { vendorName: "The vendor", demo: false, regions, products: seedProducts };

export type World = {
  readonly members: readonly Member[];
  /** Password by e-mail. */
  readonly passwords: ReadonlyMap<string, string>;
  /** The canary of each partner, by its key. */
  readonly partnerWords: ReadonlyMap<string, string>;
};

/** The person of the vendor with a role and, where it matters, a region. */
export function vendorMember({ members }: World, role: string, territory: string | null = null): Member {
  const found = members.find((member) => member.role === role && member.territory === territory);
  if (!found) throw new Error(`nobody of the vendor is ${role}`);
  return found;
}

/** A vendor with everybody it has, and partners with everybody they have; nobody has done anything yet. */
export async function seedWorld(db: pg.Client, canaries: Canaries, today: PlainDate): Promise<World> {
  await seedInstallation(db, program, today);
  const members = [...vendorMembers(), ...partnerMembers(canaries)];
  const passwords = new Map(members.map(({ email }) => [email, randomBytes(12).toString("base64url")]));
  const partnerWords = new Map(partners.map(([key]) => [key, canaries.make(key, "partner")]));
  const world = { members, passwords, partnerWords };
  await insertPartners(db, world, today);
  await insertMembers(db, world, today);
  await db.query(
    "update partner p set channel_manager_id = m.person_id from membership m where m.role = 'channel_manager' and m.region_id = p.region_id",
  );
  // A cover that has ended and gives nothing any more.
  const [north, south] = [
    vendorMember(world, "channel_manager", "NORTH"),
    vendorMember(world, "channel_manager", "SOUTH"),
  ];
  const [startsOn, endsOn] = [addMonths(today, -3), addMonths(today, -2)];
  const cover = { id: seedId("blackbox", "cover"), personId: north.actor.personId, coverId: south.actor.personId };
  await insert(db, "cover", [{ ...cover, startsOn, endsOn }]);
  return world;
}

async function insertPartners(db: pg.Client, { partnerWords }: World, today: PlainDate): Promise<void> {
  const since = addMonths(today, -24);
  await insert(
    db,
    "partner",
    partners.map(([key, region, country, currency, sharesDeals]) => ({
      id: seedId("blackbox", key),
      name: partnerWords.get(key),
      tradingName: partnerWords.get(key),
      domain: `${partnerWords.get(key)?.toLowerCase()}.example`,
      taxId: partnerWords.get(key),
      country,
      regionId: seedId("region", region),
      types: ["reseller"],
      stage: "active",
      tier: "gold",
      currency,
      agreementDate: since,
      sharesDeals,
      version: 1,
      createdAt: startOfDay(since, vendorZone),
    })),
  );
}

async function insertMembers(db: pg.Client, { members, passwords }: World, today: PlainDate): Promise<void> {
  const createdAt = startOfDay(addMonths(today, -24), vendorZone);
  await insert(
    db,
    "person",
    members.map(({ actor, email, title, isContact }) => ({
      id: actor.personId,
      partnerId: actor.partnerId,
      email,
      name: actor.name,
      title,
      phone: actor.side === "partner" ? title : "",
      locale: actor.locale,
      zone: actor.zone,
      isContact,
      createdAt,
    })),
  );
  await insert(
    db,
    "membership",
    members.map(({ actor, role, territory, organisation }, order) => ({
      id: seedId("blackbox-membership", actor.personId),
      personId: actor.personId,
      partnerId: actor.partnerId,
      role,
      regionId: organisation === vendorKey && territory ? seedId("region", territory) : null,
      createdAt: new Date(createdAt.getTime() + order * 1000),
    })),
  );
  const credentials = members.map(async ({ actor, email }) => ({
    personId: actor.personId,
    passwordHash: await hash(passwords.get(email) ?? ""),
    changedAt: createdAt,
  }));
  await insert(db, "identity.credential", await Promise.all(credentials));
}
