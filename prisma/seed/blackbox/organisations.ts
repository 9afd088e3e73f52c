import { type PersonActor, partnerRoles, personActor, type Role, type VendorRole } from "@/kernel/actor";
import { seedId } from "../ids";
import { vendorZone } from "../moments";
import type { Canaries } from "./canaries";

/** The vendor, as an organisation of the manifest. */
export const vendorKey = "vendor";

export const regions = [
  ["GLOBAL", "Global", null],
  ["NORTH", "North", "GLOBAL"],
  ["SOUTH", "South", "GLOBAL"],
] as const;

/** Key, region, country, currency, and whether its sellers see each other's deals. Two for each of two channel managers. */
export const partners = [
  ["alpha", "NORTH", "DE", "EUR", false],
  ["beta", "NORTH", "SE", "SEK", true],
  ["gamma", "SOUTH", "IT", "EUR", false],
  ["delta", "SOUTH", "PT", "EUR", false],
] as const;
export type PartnerKey = (typeof partners)[number][0];

// Role, name, region.
const vendorPeople: readonly (readonly [VendorRole, string, string | null])[] = [
  ["channel_manager", "Nora North", "NORTH"],
  ["channel_manager", "Sandro South", "SOUTH"],
  ["program_owner", "Petra Owner", null],
  ["program_owner", "Pavel Owner", null],
  ["administrator", "Ada Admin", null],
  ["direct_seller", "Dina Direct", null],
  ["finance", "Fred Finance", null],
  ["marketing", "Mona Marketing", null],
  ["executive", "Emil Executive", null],
  ["legal", "Lia Legal", null],
];

/** Somebody who can sign in. */
export type Member = {
  readonly actor: PersonActor;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
  readonly territory: string | null;
  /** What stands in the title; the name of a partner's person is the same word. */
  readonly title: string;
  readonly isContact: boolean;
};

type Person = Omit<Member, "actor"> & {
  readonly name: string;
  readonly partnerId: string | null;
  readonly shares: boolean;
};

function member({ name, partnerId, shares, ...person }: Person): Member {
  const actor = personActor({
    personId: seedId("blackbox", person.email),
    name,
    partnerId,
    roles: [person.role],
    seesCompanyDeals: shares,
    zone: vendorZone,
    locale: "en",
  });
  if (!actor) throw new Error(`${name} cannot be ${person.role}`);
  return { ...person, actor };
}

/** The people of the vendor, whose names everybody may read. */
export function vendorMembers(): Member[] {
  return vendorPeople.map(([role, name, territory]) =>
    member({
      name,
      role,
      territory,
      organisation: vendorKey,
      email: `${name.toLowerCase().replace(" ", ".")}@vendor.example`,
      title: role.replace("_", " "),
      partnerId: null,
      shares: false,
      isContact: role === "channel_manager",
    }),
  );
}

/** Two sellers and one person of each other role at every partner; their names, titles and addresses are canaries. */
export function partnerMembers(canaries: Canaries): Member[] {
  return partners.flatMap(([organisation, territory, , , shares]) =>
    (["partner_sales", ...partnerRoles] as const).map((role) => {
      const name = canaries.make(organisation, "person");
      const email = `${name.toLowerCase()}@${organisation}.example`;
      const partnerId = seedId("blackbox", organisation);
      return member({ name, role, territory, organisation, email, title: name, partnerId, shares, isContact: false });
    }),
  );
}
