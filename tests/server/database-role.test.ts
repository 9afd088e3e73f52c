import { describe, expect, test } from "vitest";
import { personActor, type Role, sideOf } from "@/kernel/actor";
import { databaseRole } from "@/server/db";

function roleOf(role: Role, seesCompanyDeals: boolean): string | null {
  const partnerId = sideOf(role) === "partner" ? "c1" : null;
  const actor = personActor({
    personId: "p1",
    name: "Ann",
    partnerId,
    roles: [role],
    seesCompanyDeals,
    zone: "UTC",
    locale: "en",
  });
  return actor && databaseRole(actor);
}

// Who reads as whom, where the partner keeps deals to their owners and where it shares them.
const readers: Record<Role, [kept: string, shared: string]> = {
  administrator: ["entente_vendor_all", "entente_vendor_all"],
  program_owner: ["entente_vendor_all", "entente_vendor_all"],
  channel_manager: ["entente_vendor_scoped", "entente_vendor_scoped"],
  direct_seller: ["entente_vendor_scoped", "entente_vendor_scoped"],
  finance: ["entente_vendor_all", "entente_vendor_all"],
  marketing: ["entente_vendor_scoped", "entente_vendor_scoped"],
  executive: ["entente_vendor_all", "entente_vendor_all"],
  legal: ["entente_vendor_scoped", "entente_vendor_scoped"],
  partner_admin: ["entente_partner", "entente_partner"],
  partner_sales: ["entente_partner_own", "entente_partner"],
  partner_marketing: ["entente_partner_own", "entente_partner_own"],
  partner_technical: ["entente_partner_own", "entente_partner_own"],
};

describe("[GOVR-02] the database reads for a person", () => {
  // The keys of the record are the roles; Object.entries forgets that.
  test.each(Object.entries(readers) as [Role, [string, string]][])("who is %s as %j", (role, [kept, shared]) => {
    expect(roleOf(role, false)).toBe(kept);
    expect(roleOf(role, true)).toBe(shared);
  });
});
