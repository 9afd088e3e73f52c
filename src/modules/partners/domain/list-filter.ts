export const partnerTiers = ["platinum", "gold", "silver", "registered"] as const;
export const partnerTypes = [
  "reseller",
  "distributor",
  "system_integrator",
  "isv",
  "msp",
  "referral",
  "influencer",
] as const;

/** What a list of partners shows; it is the state of the address. */
export type PartnerFilter = {
  readonly search?: string;
  readonly tier?: (typeof partnerTiers)[number];
  readonly type?: (typeof partnerTypes)[number];
  /** With registrations that wait for a decision. */
  readonly waiting?: boolean;
};

export type PartnerSort = "name" | "signed";

/** Writes a filter as the query of an address; `partnerFilterFrom` reads it back. */
export function partnerSearchFrom({ search, tier, type, waiting }: PartnerFilter): string {
  const query = new URLSearchParams();
  if (search) query.set("search", search);
  if (tier) query.set("tier", tier);
  if (type) query.set("type", type);
  if (waiting) query.set("waiting", "yes");
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** Reads a filter from the query of an address. What is unknown is left out. */
export function partnerFilterFrom(search: Readonly<Record<string, string | undefined>>): PartnerFilter {
  const words = search.search?.trim().slice(0, 100);
  const tier = partnerTiers.find((known) => known === search.tier);
  const type = partnerTypes.find((known) => known === search.type);
  return {
    ...(words && { search: words }),
    ...(tier && { tier }),
    ...(type && { type }),
    ...(search.waiting === "yes" && { waiting: true }),
  };
}
