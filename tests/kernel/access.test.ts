import { describe, expect, test } from "vitest";
import { can, type Permission, permissions, type Scope, scopeOf } from "@/kernel/access";
import { type PersonActor, partnerRoles, type Role, vendorRoles } from "@/kernel/actor";

const roles: readonly Role[] = [...vendorRoles, ...partnerRoles];
const person = (...held: Role[]): PersonActor => ({
  kind: "person",
  personId: "p1",
  name: "Ann",
  side: held.some((role) => role.startsWith("partner_")) ? "partner" : "vendor",
  partnerId: held.some((role) => role.startsWith("partner_")) ? "c1" : null,
  roles: held,
  seesCompanyDeals: false,
  zone: "UTC",
  locale: "en",
});

/**
 * The matrix of "who may do what", row by row, in the order of the roles: administrator, program owner, channel manager, direct
 * seller, finance, marketing, executive, legal, partner admin, sales, marketing, technical. A all, T territory, O company, S own.
 */
const matrix: Record<Permission, string> = {
  "partner.read": "A A T A A A A A O O O O",
  "deal.read": "A A T - A - A - O S - S",
  "deal.register": "- - T - - - - - O S - -",
  "deal.decide": "- A T - - - - - - - - -",
  "deal.report": "- - T - - - - - O S - -",
  "deal.confirm": "- - T - A - - - - - - -",
  "deal.internal.read": "A A T - A - - - - - - -",
  "opportunity.own": "- - - S - - - - - - - -",
  "breach.read": "- A T - - - - - - - - -",
  "breach.close": "- A T - - - - - - - - -",
  "account.name": "- A T - - - - - - - - -",
  "record.read": "A A T - A A A A O S - S",
  "record.write": "- A T - A A - A O S - S",
  "record.note": "- A T - - - - - - - - -",
  "dispute.read": "A A T - - - A - - - - -",
  "dispute.assign": "- A - - - - - - - - - -",
  "policy.read": "A A A A A A A A A A A A",
  "policy.draft.read": "A A A - A A A A - - - -",
  "policy.draft": "- A - - - - - - - - - -",
  "policy.publish": "- A - - - - - - - - - -",
  "dashboard.executive": "A A - - A - A - - - - -",
  "dashboard.channel": "- A T S - S - - - - - -",
  "dashboard.partner": "- - - - - - - - O S O -",
  "import.run": "A A - - - - - - - - - -",
  "import.people": "A - - - - - - - - - - -",
  "settings.read": "A A A - A - - - - - - -",
  "settings.manage": "A - - - - - - - - - - -",
  "policy.begin": "- A - - - - - - - - - -",
  "operations.manage": "A - - - - - - - - - - -",
  "inbox.read": "S S S S S S S S S S S S",
  "list.arrange": "S S S S S S S S S S S S",
  "profile.own": "S S S S S S S S S S S S",
  "people.manage": "A - T - - - - - O - - -",
  "people.vendor.read": "A A A - A - - - - - - -",
  "partner.viewAs": "A A T - - - - - - - - -",
  "partner.contacts": "- A T - - - - - - - - -",
  "absence.own": "S S S S S S S S - - - -",
  "mail.oversee": "A - - - - - - - - - - -",
  "clock.fire": "- - - - - - - - - - - -",
  "link.follow": "- - - - - - - - - - - -",
};
const scopes: Record<string, Scope> = { A: "all", T: "territory", O: "company", S: "own", "-": "none" };

const rows = Object.entries(matrix).flatMap(([permission, cells]) =>
  // The keys of the record are the permissions; Object.entries forgets that.
  roles.map((role, index) => [role, permission as Permission, scopes[cells.split(" ")[index] ?? ""]] as const),
);

describe("[GOVR-01] roles", () => {
  test("every permission has a row with a cell for every role", () => {
    expect(Object.keys(matrix).toSorted()).toEqual(Object.keys(permissions).toSorted());
    expect(Object.values(matrix).every((cells) => cells.split(" ").length === roles.length)).toBe(true);
  });

  test.each(rows)("%s, %s: %s", (role, permission, scope) => {
    expect(scopeOf(person(role), permission)).toBe(scope);
    expect(can(person(role), permission)).toBe(scope !== "none");
  });

  test("the default is deny: nobody without a role, nothing that is not named", () => {
    for (const [, permission] of rows) expect(can(person(), permission)).toBe(false);
    // A name from outside the type, as a mistake in plain JavaScript would make it.
    for (const role of roles) expect(can(person(role), "deal.delete" as Permission)).toBe(false);
  });

  test("an administrator decides, registers, reports and confirms nothing", () => {
    for (const permission of ["deal.decide", "deal.register", "deal.report", "deal.confirm"] as const)
      expect(can(person("administrator"), permission)).toBe(false);
  });

  test("no partner role decides, confirms or reads internal notes", () => {
    for (const role of partnerRoles)
      for (const permission of ["deal.decide", "deal.confirm", "deal.internal.read"] as const)
        expect(can(person(role), permission)).toBe(false);
  });
});

describe("a person with several roles", () => {
  test("reaches as far as the widest", () => {
    expect(scopeOf(person("partner_sales", "partner_admin"), "deal.read")).toBe("company");
    expect(scopeOf(person("channel_manager", "finance"), "deal.confirm")).toBe("all");
    expect(scopeOf(person("finance", "channel_manager"), "deal.confirm")).toBe("all");
  });
});

describe("a company that lets its sellers see all its deals", () => {
  const open = (...held: Role[]): PersonActor => ({ ...person(...held), seesCompanyDeals: true });

  test("widens what its sellers read of deals, and nothing else for anybody", () => {
    const widened = rows.filter(([role, permission, scope]) => scopeOf(open(role), permission) !== scope);
    expect(widened).toEqual([["partner_sales", "deal.read", "own"]]);
    expect(scopeOf(open("partner_sales"), "deal.read")).toBe("company");
  });

  test("widens for a seller who has another role as well", () => {
    expect(scopeOf(open("partner_technical", "partner_sales"), "deal.read")).toBe("company");
    expect(scopeOf(open("partner_technical", "partner_marketing"), "deal.read")).toBe("own");
  });
});

describe("a role of the other side", () => {
  const misplaced = (side: "partner" | "vendor", ...held: Role[]): PersonActor => ({ ...person(...held), side });

  test.each([
    ...vendorRoles.map((role) => ["partner", role] as const),
    ...partnerRoles.map((role) => ["vendor", role] as const),
  ])("gives a person of the %s who holds %s nothing", (side, role) => {
    for (const [, permission] of rows) expect(can(misplaced(side, role), permission)).toBe(false);
  });

  test("adds nothing to the roles of the own side", () => {
    expect(scopeOf(misplaced("partner", "partner_sales", "finance"), "deal.read")).toBe("own");
    expect(can(misplaced("partner", "partner_sales", "channel_manager"), "deal.decide")).toBe(false);
    expect(can(misplaced("vendor", "finance", "partner_admin"), "deal.register")).toBe(false);
  });
});

test("the system reaches everything, for whatever cause", () => {
  // Keys of the table, which Object.keys gives back as text.
  for (const permission of Object.keys(permissions))
    expect(scopeOf({ kind: "system", cause: "clock" }, permission as Permission)).toBe("all");
});
