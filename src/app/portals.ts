import { can, type Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { IconName } from "@/ui/icon";

export type PortalId = "portal" | "channel" | "program" | "executive" | "settings";
/** A portal somebody lives in; the others are visited. */
export type HomePortalId = Exclude<PortalId, "settings">;
export type PlaceDefinition = {
  readonly href: string;
  /** Other addresses that belong to the place. */
  readonly covers?: readonly string[];
  readonly label: string;
  readonly icon: IconName;
  /** The permission that guards the page. */
  readonly permission: Permission;
  readonly count?: "decide" | "answer";
};

/** The places of each portal; labels are message keys. */
export const portals: Record<PortalId, readonly PlaceDefinition[]> = {
  portal: [
    { href: "/portal", label: "shell.places.home", icon: "house", permission: "dashboard.partner" },
    { href: "/portal/deals", label: "shell.places.deals", icon: "handshake", permission: "deal.read", count: "answer" },
    { href: "/portal/team", label: "shell.places.team", icon: "users", permission: "people.manage" },
    { href: "/portal/rules", label: "shell.places.guide", icon: "book-open", permission: "policy.read" },
  ],
  channel: [
    { href: "/channel", label: "shell.places.home", icon: "house", permission: "dashboard.channel" },
    {
      href: "/channel/decide",
      label: "shell.places.decide",
      icon: "inbox",
      permission: "deal.decide",
      count: "decide",
    },
    { href: "/channel/expiring", label: "shell.places.expiring", icon: "hourglass", permission: "deal.decide" },
    { href: "/channel/deals", label: "shell.places.allDeals", icon: "handshake", permission: "deal.read" },
    {
      href: "/channel/opportunities",
      label: "shell.places.opportunities",
      icon: "flag",
      permission: "opportunity.own",
    },
    { href: "/channel/breaches", label: "shell.places.breaches", icon: "circle-alert", permission: "breach.read" },
    { href: "/channel/partners", label: "shell.places.partners", icon: "building-2", permission: "partner.read" },
    { href: "/channel/rules", label: "shell.places.rules", icon: "scale", permission: "policy.read" },
  ],
  program: [
    { href: "/program", label: "shell.places.workspace", icon: "house", permission: "policy.draft.read" },
    { href: "/program/disputes", label: "shell.places.disputes", icon: "scale", permission: "dispute.read" },
    { href: "/program/rules", label: "shell.places.ruleVersions", icon: "book-open", permission: "policy.draft.read" },
    { href: "/program/fairness", label: "shell.places.fairness", icon: "equal", permission: "dashboard.executive" },
  ],
  executive: [
    {
      href: "/executive",
      label: "shell.places.overview",
      icon: "chart-no-axes-column",
      permission: "dashboard.executive",
    },
    { href: "/executive/deals", label: "shell.places.rows", icon: "handshake", permission: "dashboard.executive" },
    {
      href: "/executive/time-to-value",
      label: "shell.places.timeToValue",
      icon: "timer",
      permission: "dashboard.executive",
    },
    {
      href: "/executive/definitions",
      label: "shell.places.definitions",
      icon: "book-open",
      permission: "dashboard.executive",
    },
  ],
  settings: [
    { href: "/settings/setup", label: "shell.places.setup", icon: "list-checks", permission: "settings.manage" },
    {
      href: "/settings/company",
      covers: ["regions", "territories", "products", "contacts", "calendars", "reasons", "rates", "roles"].map(
        (page) => `/settings/${page}`,
      ),
      label: "shell.places.settings",
      icon: "settings",
      permission: "settings.read",
    },
    { href: "/settings/people", label: "shell.places.people", icon: "users", permission: "people.vendor.read" },
    { href: "/settings/imports", label: "shell.places.imports", icon: "upload", permission: "import.run" },
    { href: "/settings/security", label: "shell.places.security", icon: "lock", permission: "settings.manage" },
    { href: "/settings/operations", label: "shell.places.operations", icon: "gauge", permission: "operations.manage" },
  ],
};

type Door = { readonly portal: PortalId; readonly permission: Permission; readonly icon: IconName };

/** Who visits a portal that is not their own, in the order of the switch. */
const doors: readonly Door[] = [
  { portal: "channel", permission: "dashboard.channel", icon: "handshake" },
  { portal: "program", permission: "dispute.read", icon: "scale" },
  { portal: "executive", permission: "dashboard.executive", icon: "chart-no-axes-column" },
  { portal: "settings", permission: "settings.read", icon: "settings" },
];

/** The portal a person lives in: the vendor's people where they work, else where they look at figures. */
export function portalOf(actor: PersonActor): HomePortalId {
  if (actor.side === "partner") return "portal";
  return can(actor, "dashboard.executive") && !can(actor, "dashboard.channel") ? "executive" : "channel";
}

/** The places of a portal that a person may open, in the order of the portal; without a portal those of the own one. */
export function placesOf(actor: PersonActor, portal: PortalId = portalOf(actor)): readonly PlaceDefinition[] {
  return portals[portal].filter(({ permission }) => can(actor, permission));
}

/** Where a person starts: the first place that opens. */
export function homeOf(actor: PersonActor): string {
  return placesOf(actor)[0]?.href ?? `/${portalOf(actor)}`;
}

export type PortalEntry = { readonly portal: PortalId; readonly href: string; readonly icon: IconName };

/** The portals a person may enter, each by its first place that opens; partners have only theirs. */
export function portalsOf(actor: PersonActor): readonly PortalEntry[] {
  if (actor.side === "partner") return [];
  return doors
    .filter(({ portal, permission }) => portal === portalOf(actor) || can(actor, permission))
    .flatMap(({ portal, icon }) => {
      const [first] = placesOf(actor, portal);
      return first ? [{ portal, href: first.href, icon }] : [];
    });
}
