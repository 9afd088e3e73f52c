import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { FoundGroup } from "@/ui/palette/found";
import { type PortalId, placesOf } from "./portals";

/** What the search offers before anything is typed: the reader's places, and what they may begin. */
export async function knownGroups(actor: PersonActor, portal: PortalId): Promise<FoundGroup[]> {
  const t = await getTranslations();
  const begin = actor.side === "partner" && can(actor, "deal.register");
  return [
    {
      title: t("shell.find.pages"),
      items: placesOf(actor, portal).map(({ href, label }) => ({ href, label: t(label), detail: "" })),
    },
    {
      title: t("shell.find.actions"),
      items: begin ? [{ href: "/portal/deals/new", label: t("shell.find.register"), detail: "" }] : [],
    },
  ];
}
