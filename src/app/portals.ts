import type { PersonActor } from "@/kernel/actor";
import type { IconName } from "@/ui/icon";

export type PortalId = "portal" | "channel" | "executive";
export type PlaceDefinition = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: "decide" | "answer";
};

/** The places of each portal; labels are message keys. */
export const portals: Record<PortalId, readonly PlaceDefinition[]> = {
  portal: [
    { href: "/portal", label: "shell.places.home", icon: "house" },
    { href: "/portal/deals", label: "shell.places.deals", icon: "handshake", count: "answer" },
    { href: "/portal/rules", label: "shell.places.guide", icon: "book-open" },
  ],
  channel: [
    { href: "/channel", label: "shell.places.home", icon: "house" },
    { href: "/channel/decide", label: "shell.places.decide", icon: "inbox", count: "decide" },
    { href: "/channel/deals", label: "shell.places.allDeals", icon: "handshake" },
    { href: "/channel/partners", label: "shell.places.partners", icon: "building-2" },
    { href: "/channel/rules", label: "shell.places.rules", icon: "scale" },
  ],
  executive: [
    { href: "/executive", label: "shell.places.overview", icon: "chart-no-axes-column" },
    { href: "/executive/deals", label: "shell.places.rows", icon: "handshake" },
    { href: "/executive/definitions", label: "shell.places.definitions", icon: "book-open" },
  ],
};

const executiveRoles = new Set(["executive", "finance", "administrator"]);

/** The portal a person lives in. */
export function portalOf(actor: PersonActor): PortalId {
  if (actor.side === "partner") return "portal";
  return actor.roles.some((role) => executiveRoles.has(role)) ? "executive" : "channel";
}

/** Where a person starts. */
export function homeOf(actor: PersonActor): string {
  return `/${portalOf(actor)}`;
}
