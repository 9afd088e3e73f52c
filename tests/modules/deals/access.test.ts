import { describe, expect, test } from "vitest";
import { type PersonActor, partnerRoles, type Role, vendorRoles } from "@/kernel/actor";
import { abilities, mayConfirmWin, mayDecide, mayEdit, mayReport, mayWithdraw } from "@/modules/deals/access";
import { type DealStatus, dealStages, dealStatuses } from "@/modules/deals/domain/deal";

const person = (personId: string, ...roles: Role[]): PersonActor => {
  const side = roles.some((role) => role.startsWith("partner_")) ? "partner" : "vendor";
  const rest = { name: personId, seesCompanyDeals: true, zone: "UTC", locale: "en" };
  return { kind: "person", personId, side, partnerId: side === "partner" ? "hansen" : null, roles, ...rest };
};
const admin = person("admin", "partner_admin");
const seller = person("seller", "partner_sales");
const colleague = person("colleague", "partner_sales");
const manager = person("manager", "channel_manager");
const owner = person("owner", "program_owner");
const finance = person("finance", "finance");
const system = { kind: "system", cause: "clock" } as const;
const others: PersonActor[] = [...vendorRoles, ...partnerRoles]
  .filter((role) => !["partner_admin", "partner_sales", "channel_manager", "program_owner", "finance"].includes(role))
  .map((role) => person(role, role));

const deal = {
  status: "draft" as DealStatus,
  stage: "qualified" as (typeof dealStages)[number],
  ownerId: "seller",
  createdById: "seller",
  reviewerId: "manager" as string | null,
  winReportedAt: null as Date | null,
  winConfirmedAt: null as Date | null,
};
type Facts = typeof deal;
const reported = { ...deal, status: "approved" as const, stage: "won" as const, winReportedAt: new Date(0) };

const statusesFor = (may: (actor: PersonActor, facts: Facts) => boolean, actor: PersonActor) =>
  dealStatuses.filter((status) => may(actor, { ...deal, status }));

describe("in which states who may do what", () => {
  test.each([
    ["edit", "admin", ["draft", "needs_info"], mayEdit, admin],
    ["edit", "seller", ["draft", "needs_info"], mayEdit, seller],
    ["edit", "colleague", [], mayEdit, colleague],
    ["edit", "manager", ["draft", "needs_info"], mayEdit, manager],
    ["edit", "owner", [], mayEdit, owner],
    ["withdraw", "admin", ["draft", "in_review", "needs_info"], mayWithdraw, admin],
    ["withdraw", "seller", ["draft", "in_review", "needs_info"], mayWithdraw, seller],
    ["withdraw", "colleague", [], mayWithdraw, colleague],
    ["withdraw", "manager", ["draft", "in_review", "needs_info"], mayWithdraw, manager],
    ["withdraw", "owner", [], mayWithdraw, owner],
    ["decide", "manager", ["in_review"], mayDecide, manager],
    ["decide", "owner", [], mayDecide, owner],
    ["decide", "admin", [], mayDecide, admin],
    ["decide", "finance", [], mayDecide, finance],
    ["report", "admin", ["approved", "expired"], mayReport, admin],
    ["report", "seller", ["approved", "expired"], mayReport, seller],
    ["report", "colleague", [], mayReport, colleague],
    ["report", "manager", ["approved", "expired"], mayReport, manager],
    ["report", "finance", [], mayReport, finance],
  ] as const)("%s by %s: %j", (_verb, _name, statuses, may, actor) =>
    expect(statusesFor(may, actor)).toEqual(statuses),
  );

  test("nobody else does any of it, in any state", () => {
    const nothing = { edit: false, withdraw: false, decide: false, report: false, confirmWin: false };
    for (const actor of others)
      for (const status of dealStatuses)
        expect(abilities(actor, { ...reported, status, reviewerId: actor.personId })).toMatchObject(nothing);
  });

  test("the system acts through its own use cases, not as a person", () => {
    for (const status of dealStatuses)
      expect(abilities(system, { ...reported, status })).toMatchObject({
        edit: false,
        decide: false,
        confirmWin: false,
      });
  });
});

describe("deciding", () => {
  const inReview = { ...deal, status: "in_review" as const };

  test.each<[string, boolean, PersonActor, Partial<Facts>]>([
    ["a manager", true, manager, {}],
    ["a manager in place of another", true, manager, { reviewerId: "somebody" }],
    ["a manager who owns the entry", false, manager, { ownerId: "manager" }],
    ["a manager who made the entry on behalf", false, manager, { createdById: "manager" }],
    ["a program owner who is the reviewer", true, owner, { reviewerId: "owner" }],
    ["a program owner who is not the reviewer", false, owner, {}],
    ["a program owner where nobody is", false, owner, { reviewerId: null }],
    ["a program owner who made the entry", false, owner, { reviewerId: "owner", createdById: "owner" }],
    ["a seller who is named as the reviewer", false, seller, { reviewerId: "seller", ownerId: "x", createdById: "x" }],
    ["an administrator who is the reviewer", false, person("admin", "administrator"), { reviewerId: "admin" }],
  ])("by %s: %s", (_, allowed, actor, over) => expect(mayDecide(actor, { ...inReview, ...over })).toBe(allowed));

  test("nobody decides their own entry, whatever roles they hold", () => {
    const all = person("all", ...vendorRoles, ...partnerRoles);
    for (const own of [{ ownerId: "all" }, { createdById: "all" }])
      expect(mayDecide(all, { ...inReview, reviewerId: "all", ...own })).toBe(false);
  });
});

describe("reporting and confirming a win", () => {
  test("only an open sale is reported", () => {
    const approved = { ...deal, status: "approved" as const };
    expect(dealStages.filter((stage) => mayReport(seller, { ...approved, stage }))).toEqual([
      "prospecting",
      "qualified",
      "proposal",
      "negotiation",
    ]);
  });

  test.each<[string, boolean, PersonActor, Partial<Facts>]>([
    ["the manager", true, manager, {}],
    ["finance", true, finance, {}],
    ["the partner's admin", false, admin, {}],
    ["the seller", false, seller, {}],
    ["a program owner", false, owner, {}],
    ["who owns the deal", false, manager, { ownerId: "manager" }],
    ["who made the entry", false, finance, { createdById: "finance" }],
    ["anybody before it is reported", false, manager, { winReportedAt: null }],
    ["anybody once it is confirmed", false, manager, { winConfirmedAt: new Date(1) }],
  ])("it is confirmed by %s: %s", (_, allowed, actor, over) =>
    expect(mayConfirmWin(actor, { ...reported, ...over })).toBe(allowed),
  );
});

test("a screen asks the same predicates as the use cases", () => {
  for (const actor of [admin, seller, colleague, manager, owner, finance, ...others])
    for (const status of dealStatuses) {
      const facts = { ...reported, status, stage: "proposal" as const };
      expect(abilities(actor, facts)).toEqual({
        edit: mayEdit(actor, facts),
        withdraw: mayWithdraw(actor, facts),
        decide: mayDecide(actor, facts),
        report: mayReport(actor, facts),
        confirmWin: mayConfirmWin(actor, facts),
        seeInternal:
          actor.side === "vendor" && !["direct_seller", "marketing", "executive", "legal"].includes(actor.personId),
      });
    }
});
