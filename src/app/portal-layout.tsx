import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { waitingCounts } from "@/modules/deals/queries/home";
import { unreadCount } from "@/modules/notices/queries/inbox";
import { ViewBanner } from "@/modules/partners/ui/view-banner";
import { saveLanguageAction } from "@/modules/people/actions";
import { brand } from "@/server/brand";
import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { languageChoice } from "@/server/messages";
import { requireViewer } from "@/server/page";
import { PaletteButton } from "@/ui/palette/palette-button";
import { Shell } from "@/ui/shell/shell";
import { themeCookie, themeOf } from "@/ui/shell/theme";
import { knownGroups } from "./known-groups";
import { type PortalId, placesOf, portalsOf } from "./portals";

/** The shell of a portal around its pages. Partners have one portal, the vendor's people the others; each page checks its own permission. */
export async function PortalLayout({ portal, children }: { portal: PortalId; children: ReactNode }) {
  const current = await requireViewer();
  if ((current.actor.side === "partner") !== (portal === "portal")) notFound();
  const t = await getTranslations();
  const jar = await cookies();
  const { counts, unread, vendor } = await withActor(current.actor, async (tx) => ({
    counts: await waitingCounts(tx, current.actor),
    unread: await unreadCount(tx, current.actor),
    vendor: await installation(tx),
  }));
  return (
    <Shell
      organisation={vendor.vendorName}
      logo={(await brand())?.logo ?? null}
      portal={t(`shell.portals.${portal}`)}
      places={placesOf(current.actor, portal).map(({ href, covers, label, icon, count }) => ({
        href,
        ...(covers ? { covers } : {}),
        label: t(label),
        icon,
        count: count ? counts[count] || undefined : undefined,
      }))}
      otherPortals={portalsOf(current.actor)
        .filter((entry) => entry.portal !== portal)
        .map(({ portal: other, href, icon }) => ({ href, icon, label: t(`shell.portals.${other}`) }))}
      person={{
        name: current.actor.name,
        detail: current.title || current.organisation,
        href: current.lookingAt ? undefined : `/${portal}/profile`,
      }}
      theme={themeOf(jar.get(themeCookie)?.value)}
      languages={{ ...(await languageChoice()), save: current.lookingAt ? undefined : saveLanguageAction }}
      search={<PaletteButton endpoint="/find" groups={await knownGroups(current.actor, portal)} />}
      inbox={{ href: `/${portal}/inbox`, count: unread }}
      banner={current.lookingAt && <ViewBanner partner={current.lookingAt.name} name={current.self.name} />}
      signOut="/sign-out"
    >
      {children}
    </Shell>
  );
}
