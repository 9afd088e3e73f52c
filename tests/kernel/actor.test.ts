import { describe, expect, test } from "vitest";
import { partnerRoles, personActor, type Role, vendorRoles } from "@/kernel/actor";

const ann = { personId: "p1", name: "Ann", seesCompanyDeals: false, zone: "UTC", locale: "en" };
const ofPartner = (...roles: Role[]) => personActor({ ...ann, partnerId: "c1", roles });
const ofVendor = (...roles: Role[]) => personActor({ ...ann, partnerId: null, roles });

describe("the actor of a person", () => {
  test("stands on the side of the organisation", () => {
    const roles = ["partner_sales", "partner_technical"] as const;
    expect(ofPartner(...roles)).toEqual({ ...ann, kind: "person", side: "partner", partnerId: "c1", roles });
    expect(ofVendor("finance")).toEqual({
      ...ann,
      kind: "person",
      side: "vendor",
      partnerId: null,
      roles: ["finance"],
    });
  });

  test.each(vendorRoles)("of a partner is refused with the role %s, alone or beside one of its own", (role) => {
    expect(ofPartner(role)).toBeNull();
    expect(ofPartner("partner_admin", role)).toBeNull();
    expect(ofVendor(role)?.roles).toEqual([role]);
  });

  test.each(partnerRoles)("of the vendor is refused with the role %s, alone or beside one of its own", (role) => {
    expect(ofVendor(role)).toBeNull();
    expect(ofVendor("administrator", role)).toBeNull();
    expect(ofPartner(role)?.roles).toEqual([role]);
  });
});
