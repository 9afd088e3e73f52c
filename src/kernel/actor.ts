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

/** A signed-in person, as read from the database for this request. */
export type PersonActor = {
  readonly kind: "person";
  readonly personId: string;
  readonly name: string;
  readonly side: "partner" | "vendor";
  readonly partnerId: string | null;
  readonly roles: readonly Role[];
  /** The partner lets its sellers see all deals of the company. */
  readonly seesCompanyDeals: boolean;
  /** IANA time zone of the reader. */
  readonly zone: string;
  readonly locale: string;
};

/** What happens without a person: a rule, a clock, an import. */
export type SystemActor = {
  readonly kind: "system";
  readonly cause: "policy" | "clock" | "import" | "seed" | "worker";
};

export type Actor = PersonActor | SystemActor;
