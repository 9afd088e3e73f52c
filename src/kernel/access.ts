import { type Actor, type PersonActor, type Role, sideOf } from "./actor";

/** How far a permission reaches: everything, own territory, own company, own work. */
export type Scope = "all" | "territory" | "company" | "own" | "none";

const width: Record<Scope, number> = { none: 0, own: 1, company: 2, territory: 3, all: 4 };

const vendorsOwn = {
  administrator: "own",
  program_owner: "own",
  channel_manager: "own",
  direct_seller: "own",
  finance: "own",
  marketing: "own",
  executive: "own",
  legal: "own",
} as const;
const everybodysOwn = {
  ...vendorsOwn,
  partner_admin: "own",
  partner_sales: "own",
  partner_marketing: "own",
  partner_technical: "own",
} as const;

/**
 * Who may do what, for the whole product. What is not named is denied. Relations between a person and a row (own entry, cover,
 * reviewer) are predicates in each module's access.ts; which rows exist for a person is row-level security.
 */
export const permissions = {
  "partner.read": {
    administrator: "all",
    program_owner: "all",
    channel_manager: "territory",
    direct_seller: "all",
    finance: "all",
    marketing: "all",
    executive: "all",
    legal: "all",
    partner_admin: "company",
    partner_sales: "company",
    partner_marketing: "company",
    partner_technical: "company",
  },
  "deal.read": {
    administrator: "all",
    program_owner: "all",
    channel_manager: "territory",
    finance: "all",
    executive: "all",
    partner_admin: "company",
    partner_sales: "own",
    partner_technical: "own",
  },
  "deal.register": { channel_manager: "territory", partner_admin: "company", partner_sales: "own" },
  // A program owner decides only what was escalated to them or what they cover; the deals module asks for that.
  "deal.decide": { program_owner: "all", channel_manager: "territory" },
  "deal.report": { channel_manager: "territory", partner_admin: "company", partner_sales: "own" },
  "deal.confirm": { channel_manager: "territory", finance: "all" },
  "deal.internal.read": { administrator: "all", program_owner: "all", channel_manager: "territory", finance: "all" },
  // The vendor's own sellers, and what is on record when they go on at a protected customer.
  "opportunity.own": { direct_seller: "own" },
  "breach.read": { program_owner: "all", channel_manager: "territory" },
  "breach.close": { program_owner: "all", channel_manager: "territory" },
  // Which customers are kept for somebody of the vendor.
  "account.name": { program_owner: "all", channel_manager: "territory" },
  // What people write, keep and plan beside a record they may see; on partners and customers only the vendor's people.
  "record.read": {
    administrator: "all",
    program_owner: "all",
    channel_manager: "territory",
    finance: "all",
    marketing: "all",
    executive: "all",
    legal: "all",
    partner_admin: "company",
    partner_sales: "own",
    partner_technical: "own",
  },
  "record.write": {
    program_owner: "all",
    channel_manager: "territory",
    finance: "all",
    marketing: "all",
    legal: "all",
    partner_admin: "company",
    partner_sales: "own",
    partner_technical: "own",
  },
  "record.note": { program_owner: "all", channel_manager: "territory" },
  // Which disputes there are, how they end, and who judges them.
  "dispute.read": { administrator: "all", program_owner: "all", channel_manager: "territory", executive: "all" },
  "dispute.assign": { program_owner: "all" },
  "policy.read": {
    administrator: "all",
    program_owner: "all",
    channel_manager: "all",
    direct_seller: "all",
    finance: "all",
    marketing: "all",
    executive: "all",
    legal: "all",
    partner_admin: "all",
    partner_sales: "all",
    partner_marketing: "all",
    partner_technical: "all",
  },
  "policy.draft.read": {
    administrator: "all",
    program_owner: "all",
    channel_manager: "all",
    finance: "all",
    marketing: "all",
    executive: "all",
    legal: "all",
  },
  "policy.draft": { program_owner: "all" },
  "policy.publish": { program_owner: "all" },
  "dashboard.executive": { administrator: "all", program_owner: "all", finance: "all", executive: "all" },
  "dashboard.channel": {
    program_owner: "all",
    channel_manager: "territory",
    direct_seller: "own",
    marketing: "own",
  },
  "dashboard.partner": { partner_admin: "company", partner_sales: "own", partner_marketing: "company" },
  "import.run": { administrator: "all", program_owner: "all" },
  // Who gets a role decides who may see what.
  "import.people": { administrator: "all" },
  // Everybody's own: what they were told, and how they want to be told.
  "inbox.read": everybodysOwn,
  "settings.read": { administrator: "all", program_owner: "all", channel_manager: "all", finance: "all" },
  "settings.manage": { administrator: "all" },
  // The first rules of a program that has none yet.
  "policy.begin": { program_owner: "all" },
  // Whether the system does its work; not what the records say.
  "operations.manage": { administrator: "all" },
  // Everybody's own: profile, password, sessions, second factor.
  "profile.own": everybodysOwn,
  // Inviting, disabling, roles. The vendor's own people are only for who reaches all; the people module asks for that.
  "people.manage": { administrator: "all", channel_manager: "territory", partner_admin: "company" },
  "people.vendor.read": { administrator: "all", program_owner: "all", channel_manager: "all", finance: "all" },
  "partner.viewAs": { administrator: "all", program_owner: "all", channel_manager: "territory" },
  "partner.contacts": { program_owner: "all", channel_manager: "territory" },
  // Whose work can be done by a colleague.
  "absence.own": vendorsOwn,
  // Everybody's own: the views they save and the columns they choose.
  "list.arrange": everybodysOwn,
  // Whether mail goes out; not what it says.
  "mail.oversee": { administrator: "all" },
  // Nobody's: only the worker fires clocks, and only a link from a mail opens what it is for.
  "clock.fire": {},
  "link.follow": {},
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof permissions;

/** What one role gives a person. A role of the other side gives nothing, however the person came by it. */
function scopeOfRole(person: PersonActor, role: Role, permission: Permission): Scope {
  if (sideOf(role) !== person.side) return "none";
  const granted: Partial<Record<Role, Scope>> = permissions[permission] ?? {};
  const isShared = person.seesCompanyDeals && role === "partner_sales" && permission === "deal.read";
  return isShared ? "company" : (granted[role] ?? "none");
}

/** The widest reach of a permission over an actor's roles. The system reaches everything. */
export function scopeOf(actor: Actor, permission: Permission): Scope {
  if (actor.kind === "system") return "all";
  return actor.roles
    .map((role) => scopeOfRole(actor, role, permission))
    .reduce((widest, scope) => (width[scope] > width[widest] ? scope : widest), "none");
}

/** Whether an actor holds a permission at all. */
export function can(actor: Actor, permission: Permission): boolean {
  return scopeOf(actor, permission) !== "none";
}
