import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { partnerRoles, vendorRoles } from "@/kernel/actor";
import { type DealRelation, dealNoticeKinds, dealNoticeRules } from "@/modules/deals/domain/notices";
import { type Concerned, kindsFor, mayBeTold, recipientsOf } from "@/modules/notices/domain/notice";

const everybody: Concerned<DealRelation> = {
  owner: ["seller"],
  admin: ["boss"],
  reviewer: ["manager"],
  extensionReviewer: ["manager"],
  presalesOwner: ["manager"],
  manager: ["manager"],
  cover: ["cover"],
  finance: ["finance"],
  secondPerson: ["other manager"],
  asker: ["manager"],
  disputeOwner: ["owner"],
};

/** Who is told of each event of a registration, and as what. What concerns nobody is listed too, so that nothing is forgotten. */
const told: Readonly<Record<string, string>> = {
  drafted: "",
  copied: "",
  imported: "",
  updatedByImport: "",
  submitted: "",
  sentToReview: "manager as reviewer: deal.review",
  answered: "manager as reviewer: deal.review",
  reviewReminded: "manager as reviewer: deal.review",
  escalated: "manager as reviewer: deal.escalation",
  handedOver: "manager as reviewer: deal.review",
  extensionHandedOver: "manager as extensionReviewer: deal.review",
  approved: "seller as owner: deal.decision, boss as admin: deal.company",
  approvedByRule: "seller as owner: deal.decision, boss as admin: deal.company",
  rejected: "seller as owner: deal.decision, boss as admin: deal.company",
  rejectedByRule: "seller as owner: deal.decision, boss as admin: deal.company",
  returned: "seller as owner: deal.question, boss as admin: deal.company",
  askedByRule: "seller as owner: deal.question, boss as admin: deal.company",
  withdrawn: "",
  withdrawnUnanswered: "seller as owner: deal.question, boss as admin: deal.company",
  protectionEnding: "seller as owner: deal.protection, boss as admin: deal.company",
  milestoneWarned: "seller as owner: deal.protection, boss as admin: deal.company",
  inactivityWarned: "seller as owner: deal.protection, boss as admin: deal.company",
  releasedByRule: "seller as owner: deal.protection, boss as admin: deal.company, manager as manager: deal.release",
  expired: "seller as owner: deal.protection, boss as admin: deal.company",
  extensionAsked: "",
  extensionSentToReview: "manager as extensionReviewer: deal.review",
  extensionEscalated: "manager as extensionReviewer: deal.escalation",
  extensionLapsed: "",
  extended: "seller as owner: deal.protection, boss as admin: deal.company",
  extendedByRule: "seller as owner: deal.protection, boss as admin: deal.company",
  extensionDeclined: "seller as owner: deal.protection, boss as admin: deal.company",
  stageChanged: "",
  winReported:
    "manager as manager: deal.winToConfirm, cover as cover: deal.winToConfirm, finance as finance: deal.winToConfirm",
  winConfirmed: "seller as owner: deal.win",
  winConfirmedByOrder: "seller as owner: deal.win",
  presalesStarted: "manager as presalesOwner: deal.presales",
  presalesEscalated: "manager as presalesOwner: deal.presales",
  presalesGiven: "seller as owner: deal.presales",
  breachFound: "manager as manager: deal.breach, cover as cover: deal.breach",
  breachClosed: "",
  lost: "",
  released: "manager as manager: deal.release, cover as cover: deal.release",
  disputeOpened: "owner as disputeOwner: deal.dispute",
  disputeAssigned: "owner as disputeOwner: deal.dispute",
  disputeEscalated: "owner as disputeOwner: deal.escalation",
  disputeWithdrawn: "owner as disputeOwner: deal.dispute",
  disputeUpheld: "seller as owner: deal.decision, boss as admin: deal.company",
  disputeOverturned: "seller as owner: deal.decision, boss as admin: deal.company",
  partnerInvited: "",
  partnerJoined: "seller as owner: deal.joint, boss as admin: deal.company",
  partnerDeclined: "seller as owner: deal.joint, boss as admin: deal.company",
  partnerWithdrawn: "",
  partnerLeft: "seller as owner: deal.joint, boss as admin: deal.company",
  partnerRemoved: "seller as owner: deal.joint, boss as admin: deal.company",
  revocationAsked: "other manager as secondPerson: deal.revocation",
  revocationDeclined: "manager as asker: deal.revocation",
  revoked: "seller as owner: deal.protection, boss as admin: deal.company, manager as asker: deal.revocation",
};

function recipients(type: string, concerned = everybody, actorId: string | null = null): string {
  const rule = dealNoticeRules[`deal.${type}`];
  if (!rule) return "";
  return recipientsOf(rule, concerned, actorId)
    .map(({ personId, because, kind }) => `${personId} as ${because}: ${kind}`)
    .join(", ");
}

describe("who is told of what happens to a registration", () => {
  test.each(Object.entries(told))("%s: %s", (type, expected) => expect(recipients(type)).toBe(expected));

  test("of every event that has words it is said who is told", () => {
    const { event } = JSON.parse(readFileSync("messages/en/deals.json", "utf8"));
    expect(Object.keys(event).filter((type) => told[type] === undefined)).toEqual([]);
  });

  test("nobody is told of their own act", () => {
    expect(recipients("approved", everybody, "seller")).toBe("boss as admin: deal.company");
    expect(recipients("winReported", everybody, "manager")).toBe(
      "cover as cover: deal.winToConfirm, finance as finance: deal.winToConfirm",
    );
    expect(recipients("revoked", everybody, "manager")).not.toContain("manager");
  });

  test("whoever is concerned twice is told once, as what is closest", () => {
    const alone = { ...everybody, admin: ["seller"] };
    expect(recipients("approved", alone)).toBe("seller as owner: deal.decision");
  });

  test("nobody is told where there is nobody", () => {
    expect(recipients("sentToReview", { ...everybody, reviewer: [] })).toBe("");
  });
});

describe("what may be told to whom", () => {
  const event = { audience: "all", partnerId: "alpha" };
  test.each([
    ["a person of the vendor, of everything", event, null, true],
    ["a person of the vendor, of what only the vendor reads", { ...event, audience: "vendor" }, null, true],
    ["a person of the partner", event, "alpha", true],
    ["a person of the partner, of what only the vendor reads", { ...event, audience: "vendor" }, "alpha", false],
    ["a person of another partner", event, "beta", false],
    ["a person of any partner, of an announcement to all", { ...event, partnerId: null }, "beta", true],
    [
      "a person of a partner, of what the vendor does for itself",
      { audience: "vendor", partnerId: null },
      "beta",
      false,
    ],
  ] as const)("%s", (_who, happened, partnerId, expected) => expect(mayBeTold(happened, { partnerId })).toBe(expected));
});

describe("what somebody can choose about", () => {
  const chosen = (role: (typeof vendorRoles | typeof partnerRoles)[number]) =>
    kindsFor(dealNoticeKinds, [role], role.startsWith("partner_") ? "partner" : "vendor").map(({ id }) => id);

  test.each([
    [
      "channel_manager",
      "deal.review deal.winToConfirm deal.revocation deal.dispute deal.presales deal.breach deal.release",
    ],
    ["program_owner", "deal.review deal.escalation deal.revocation deal.dispute deal.presales"],
    ["finance", "deal.winToConfirm"],
    ["executive", ""],
    ["partner_sales", "deal.presales deal.decision deal.question deal.protection deal.win deal.joint"],
    ["partner_admin", "deal.presales deal.decision deal.question deal.protection deal.win deal.joint deal.company"],
    ["partner_marketing", ""],
  ] as const)("%s: %s", (role, kinds) => expect(chosen(role).join(" ")).toBe(kinds));

  test("a role of the other side gives nothing", () => {
    expect(kindsFor(dealNoticeKinds, ["channel_manager"], "partner")).toEqual([]);
  });

  test("every kind somebody is told of can be chosen by somebody", () => {
    const used = Object.values(dealNoticeRules).flatMap(({ tells }) => tells.map(({ kind }) => kind));
    const known = dealNoticeKinds.map(({ id }) => id);
    expect([...new Set(used)].sort()).toEqual([...known].sort());
    for (const kind of dealNoticeKinds) expect(kind.roles.length).toBeGreaterThan(0);
  });
});
