import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { homeOf, placesOf, portals, portalsOf } from "@/app/portals";
import { can } from "@/kernel/access";
import { type PersonActor, partnerRoles, type Role, sideOf, vendorRoles } from "@/kernel/actor";

const person = (...roles: readonly [Role, ...Role[]]): PersonActor => ({
  kind: "person",
  personId: "p1",
  name: "Ann",
  side: sideOf(roles[0]),
  partnerId: sideOf(roles[0]) === "partner" ? "c1" : null,
  roles,
  seesCompanyDeals: false,
  zone: "UTC",
  locale: "en",
});
const hrefs = (actor: PersonActor) => placesOf(actor).map(({ href }) => href);

type Route = { path: string; kind: string; permission: string };
// The house's own check writes this file and keeps its shape.
const routes: Route[] = JSON.parse(readFileSync("policy.json", "utf8")).routes;
const guards = new Map(routes.filter(({ kind }) => kind === "page").map(({ path, permission }) => [path, permission]));

/** The matrix of "who may do what" in the rows of dashboards, deals, partners and policies, as places. */
const matrix: Record<Role, string[]> = {
  administrator: ["/executive", "/executive/deals", "/executive/time-to-value", "/executive/definitions"],
  program_owner: [
    "/channel",
    "/channel/decide",
    "/channel/expiring",
    "/channel/deals",
    "/channel/breaches",
    "/channel/partners",
    "/channel/rules",
  ],
  channel_manager: [
    "/channel",
    "/channel/decide",
    "/channel/expiring",
    "/channel/deals",
    "/channel/breaches",
    "/channel/partners",
    "/channel/rules",
  ],
  direct_seller: ["/channel", "/channel/opportunities", "/channel/partners", "/channel/rules"],
  finance: ["/executive", "/executive/deals", "/executive/time-to-value", "/executive/definitions"],
  marketing: ["/channel", "/channel/partners", "/channel/rules"],
  executive: ["/executive", "/executive/deals", "/executive/time-to-value", "/executive/definitions"],
  legal: ["/channel/partners", "/channel/rules"],
  partner_admin: ["/portal", "/portal/deals", "/portal/team", "/portal/rules"],
  partner_sales: ["/portal", "/portal/deals", "/portal/rules"],
  partner_marketing: ["/portal", "/portal/rules"],
  partner_technical: ["/portal/deals", "/portal/rules"],
};
// The keys of the record are the roles; Object.entries forgets that.
const cells = Object.entries(matrix) as [Role, string[]][];

describe("[GOVR-01] the places of a person", () => {
  test.each(cells)("who is %s are %j", (role, places) => expect(hrefs(person(role))).toEqual(places));

  test.each(cells)("who is %s begin with the home", (role, [home]) => expect(homeOf(person(role))).toBe(home));

  test("are never ones that person cannot open", () => {
    for (const role of [...vendorRoles, ...partnerRoles])
      for (const { href, permission } of placesOf(person(role))) {
        expect(guards.get(href), href).toBe(permission);
        expect(can(person(role), permission), `${role} ${href}`).toBe(true);
      }
  });

  test("are guarded by the permission of their page, in every portal", () => {
    for (const { href, permission } of Object.values(portals).flat()) expect(guards.get(href), href).toBe(permission);
  });

  test("of somebody with two roles are those of both", () => {
    expect(hrefs(person("partner_technical", "partner_marketing"))).toEqual([
      "/portal",
      "/portal/deals",
      "/portal/rules",
    ]);
    expect(hrefs(person("legal", "executive"))).toEqual(matrix.executive);
  });

  const program = ["/program", "/program/disputes", "/program/rules", "/program/fairness"];

  test("in another portal of the same side are those that person may open", () => {
    const places = (role: Role, portal: keyof typeof portals) => placesOf(person(role), portal).map(({ href }) => href);
    expect(places("program_owner", "executive")).toEqual(matrix.executive);
    expect(places("legal", "executive")).toEqual([]);
    expect(places("program_owner", "program")).toEqual(program);
    expect(places("executive", "program")).toEqual(program);
    expect(places("channel_manager", "program")).toEqual(program.slice(0, 3));
    expect(places("direct_seller", "program")).toEqual([]);
    expect(places("finance", "channel")).toEqual(["/channel/deals", "/channel/partners", "/channel/rules"]);
  });

  test("in the settings are for the administrator all, for the others what they may read or run", () => {
    const places = (role: Role) => placesOf(person(role), "settings").map(({ href }) => href);
    expect(places("administrator")).toEqual([
      "/settings/setup",
      "/settings/company",
      "/settings/people",
      "/settings/imports",
      "/settings/security",
      "/settings/operations",
    ]);
    expect(places("program_owner")).toEqual(["/settings/company", "/settings/people", "/settings/imports"]);
    expect(places("channel_manager")).toEqual(["/settings/company", "/settings/people"]);
    expect(places("finance")).toEqual(["/settings/company", "/settings/people"]);
    const strangers = ["direct_seller", "marketing", "executive", "legal", ...partnerRoles] as const;
    for (const role of strangers) expect(places(role), role).toEqual([]);
  });
});

describe("the portals of a person", () => {
  const hrefsOf = (...roles: readonly [Role, ...Role[]]) => portalsOf(person(...roles)).map(({ href }) => href);

  test.each([
    ["administrator", ["/program", "/executive", "/settings/setup"]],
    ["program_owner", ["/channel", "/program", "/executive", "/settings/company"]],
    ["channel_manager", ["/channel", "/program", "/settings/company"]],
    ["finance", ["/executive", "/settings/company"]],
    ["executive", ["/program", "/executive"]],
    ["legal", ["/channel/partners"]],
    ["partner_admin", []],
  ] as const)("of who is %s are %j", (role, expected) => expect(hrefsOf(role)).toEqual(expected));

  test("of somebody with two roles are those of both", () => {
    expect(hrefsOf("channel_manager", "executive")).toEqual([
      "/channel",
      "/program",
      "/executive",
      "/settings/company",
    ]);
  });
});
