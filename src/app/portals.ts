import { can, type Permission } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { IconName } from "@/ui/icon";

export type PortalId = "portal" | "channel" | "executive";
export type PlaceDefinition = {
  readonly href: string;
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
};

/** The portal a person lives in: the vendor's people where they work, else where they look at figures. */
export function portalOf(actor: PersonActor): PortalId {
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
