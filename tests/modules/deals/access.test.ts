import { describe, expect, test } from "vitest";
import { type PersonActor, partnerRoles, type Role, vendorRoles } from "@/kernel/actor";
import {
  abilities,
  mayAskExtension,
  mayAskRevocation,
  mayConfirmWin,
  mayCopy,
  mayDecide,
  mayDecideRevocation,
  mayEdit,
  mayExtend,
  mayInvite,
  mayRelease,
  mayReport,
  mayWithdraw,
} from "@/modules/deals/access";
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
  winReportedById: null as string | null,
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
    ["register again", "admin", ["rejected", "withdrawn", "expired", "released"], mayCopy, admin],
    ["register again", "seller", ["rejected", "withdrawn", "expired", "released"], mayCopy, seller],
    ["register again", "colleague", [], mayCopy, colleague],
    ["register again", "manager", [], mayCopy, manager],
    ["register again", "owner", [], mayCopy, owner],
    ["release", "admin", ["approved"], mayRelease, admin],
    ["release", "seller", ["approved"], mayRelease, seller],
    ["release", "colleague", [], mayRelease, colleague],
    // Taking a protection back takes two people; giving it up on behalf would be the way around.
    ["release", "manager", [], mayRelease, manager],
    ["release", "owner", [], mayRelease, owner],
    ["ask for more time", "admin", ["approved"], mayAskExtension, admin],
    ["ask for more time", "seller", ["approved"], mayAskExtension, seller],
    ["ask for more time", "colleague", [], mayAskExtension, colleague],
    ["ask for more time", "manager", [], mayAskExtension, manager],
    ["ask for more time", "owner", [], mayAskExtension, owner],
    ["ask to revoke", "manager", ["approved"], mayAskRevocation, manager],
    ["ask to revoke", "owner", [], mayAskRevocation, owner],
    ["ask to revoke", "admin", [], mayAskRevocation, admin],
    ["ask to revoke", "finance", [], mayAskRevocation, finance],
    ["decide", "manager", ["in_review"], mayDecide, manager],
    ["decide", "owner", [], mayDecide, owner],
    ["decide", "admin", [], mayDecide, admin],
    ["decide", "finance", [], mayDecide, finance],
    ["report", "admin", ["approved", "expired"], mayReport, admin],
    ["ask others to join", "admin", ["in_review", "needs_info", "approved", "expired"], mayInvite, admin],
    ["ask others to join", "seller", ["in_review", "needs_info", "approved", "expired"], mayInvite, seller],
    ["ask others to join", "colleague", [], mayInvite, colleague],
    ["ask others to join", "manager", [], mayInvite, manager],
    ["report", "seller", ["approved", "expired"], mayReport, seller],
    ["report", "colleague", [], mayReport, colleague],
    ["report", "manager", ["approved", "expired"], mayReport, manager],
    ["report", "finance", [], mayReport, finance],
  ] as const)("%s by %s: %j", (_verb, _name, statuses, may, actor) =>
    expect(statusesFor(may, actor)).toEqual(statuses),
  );

  test("nobody else does any of it, in any state", () => {
    const nothing = {
      edit: false,
      withdraw: false,
      release: false,
      askExtension: false,
      copy: false,
      askRevocation: false,
      decide: false,
      report: false,
      confirmWin: false,
    };
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

test("a lost sale is registered again, not given up and not revoked", () => {
  const lost = { ...deal, status: "approved" as const, stage: "lost" as const };
  expect(mayCopy(seller, lost)).toBe(true);
  expect(mayRelease(seller, lost)).toBe(false);
  expect(mayAskRevocation(manager, lost)).toBe(false);
});

describe("extending a protection", () => {
  const approved = { ...deal, status: "approved" as const };
  const ask = { askedById: "seller", reviewerId: "manager" };

  test("is asked for, and given, while the sale is open", () => {
    const open = ["prospecting", "qualified", "proposal", "negotiation"];
    expect(dealStages.filter((stage) => mayAskExtension(seller, { ...approved, stage }))).toEqual(open);
    expect(dealStages.filter((stage) => mayExtend(manager, { ...approved, stage }, ask))).toEqual(open);
  });

  test.each<[string, boolean, PersonActor, Partial<Facts>, typeof ask | null]>([
    ["a manager who was asked", true, manager, {}, ask],
    ["a manager whom nobody asked", true, manager, {}, null],
    ["a manager in place of another", true, manager, {}, { ...ask, reviewerId: "somebody" }],
    ["a manager who owns the entry", false, manager, { ownerId: "manager" }, ask],
    ["a manager who made the entry", false, manager, { createdById: "manager" }, null],
    ["a manager who asked", false, manager, {}, { ...ask, askedById: "manager" }],
    ["a program owner to whom it was escalated", true, owner, {}, { ...ask, reviewerId: "owner" }],
    ["a program owner to whom it was not", false, owner, {}, ask],
    ["a program owner whom nobody asked", false, owner, {}, null],
    ["the seller who is named", false, seller, {}, { askedById: "x", reviewerId: "seller" }],
    ["finance", false, finance, {}, { ...ask, reviewerId: "finance" }],
  ])("is given by %s: %s", (_, allowed, actor, over, asked) =>
    expect(mayExtend(actor, { ...approved, ...over }, asked)).toBe(allowed),
  );

  test("ends with the protection", () =>
    expect(statusesFor((actor, facts) => mayExtend(actor, facts, ask), manager)).toEqual(["approved"]));
});

describe("revoking a protection", () => {
  const approved = { ...deal, status: "approved" as const };

  test.each<[string, boolean, Partial<Facts>]>([
    ["of a partner in care", true, {}],
    ["whose win is only reported", true, { stage: "won", winReportedAt: new Date(0) }],
    ["whose win is confirmed", false, { stage: "won", winReportedAt: new Date(0), winConfirmedAt: new Date(1) }],
    ["of an own entry", false, { ownerId: "manager" }],
    ["of an entry made on behalf", false, { createdById: "manager" }],
  ])("a manager may ask for it for a deal %s: %s", (_, allowed, over) =>
    expect(mayAskRevocation(manager, { ...approved, ...over })).toBe(allowed),
  );

  test.each<[string, boolean, PersonActor]>([
    ["who is named", true, owner],
    ["a manager who is named", true, manager],
    ["who is not named", false, person("other", "channel_manager")],
    ["who is named and may decide nothing", false, finance],
  ])("it is confirmed by %s: %s", (_, allowed, actor) =>
    expect(mayDecideRevocation(actor, approved, ["owner", "manager", "finance"])).toBe(allowed),
  );

  test("nothing is confirmed once the protection is over", () => {
    expect(statusesFor((actor, facts) => mayDecideRevocation(actor, facts, ["owner"]), owner)).toEqual(["approved"]);
  });
});

test("what is won is not registered again; what is lost may be", () => {
  const over = { ...deal, status: "expired" as const };
  expect(dealStages.filter((stage) => !mayCopy(seller, { ...over, stage }))).toEqual(["won"]);
});

test("a sale that is over is not given up: what is won counts, what is lost holds nothing", () => {
  const approved = { ...deal, status: "approved" as const };
  expect(dealStages.filter((stage) => !mayRelease(seller, { ...approved, stage }))).toEqual(["won", "lost"]);
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
    ["who reported it", false, manager, { winReportedById: "manager" }],
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
        copy: mayCopy(actor, facts),
        release: mayRelease(actor, facts),
        askExtension: mayAskExtension(actor, facts),
        invite: mayInvite(actor, facts),
        decide: mayDecide(actor, facts),
        askRevocation: mayAskRevocation(actor, facts),
        report: mayReport(actor, facts),
        confirmWin: mayConfirmWin(actor, facts),
        seeInternal:
          actor.side === "vendor" && !["direct_seller", "marketing", "executive", "legal"].includes(actor.personId),
      });
    }
});
