export const vendorRoles = [
  "administrator",
  "program_owner",
  "channel_manager",
  "direct_seller",
  "finance",
  "marketing",
  "executive",
  "legal",
] as const;
export const partnerRoles = ["partner_admin", "partner_sales", "partner_marketing", "partner_technical"] as const;

export type VendorRole = (typeof vendorRoles)[number];
export type PartnerRole = (typeof partnerRoles)[number];
export type Role = VendorRole | PartnerRole;
export type Side = "partner" | "vendor";

/** A signed-in person, as read from the database for this request. */
export type PersonActor = {
  readonly kind: "person";
  readonly personId: string;
  readonly name: string;
  readonly side: Side;
  readonly partnerId: string | null;
  readonly roles: readonly Role[];
  /** The partner lets its sellers see all deals of the company. */
  readonly seesCompanyDeals: boolean;
  /** IANA time zone of the reader. */
  readonly zone: string;
  readonly locale: string;
  /** Colleagues whose work is done by this person today. */
  readonly standsInFor?: readonly string[];
  /** Somebody of the vendor who looks at a partner's pages as the partner sees them: reads, and changes nothing. */
  readonly onlyLooks?: boolean;
};

/** What happens without a signed-in person: a rule, a clock, an import, a link in a mail. */
export type SystemActor = {
  readonly kind: "system";
  readonly cause: "policy" | "clock" | "import" | "seed" | "worker" | "link";
};

export type Actor = PersonActor | SystemActor;

const ofVendor: ReadonlySet<Role> = new Set(vendorRoles);

/** The side a role belongs to. */
export function sideOf(role: Role): Side {
  return ofVendor.has(role) ? "vendor" : "partner";
}

/**
 * The actor of a person: on the side of the partner where there is one, else of the vendor. Null where one of the roles belongs
 * to the other side; whoever holds such a role is nobody until that is put right.
 */
export function personActor(person: Omit<PersonActor, "kind" | "side">): PersonActor | null {
  const side = person.partnerId === null ? "vendor" : "partner";
  return person.roles.every((role) => sideOf(role) === side) ? { ...person, kind: "person", side } : null;
}
