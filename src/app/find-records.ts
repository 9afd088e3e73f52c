import { getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { searchFrom } from "@/modules/deals/domain/list-filter";
import { listDeals } from "@/modules/deals/queries/list-deals";
import { findPartners } from "@/modules/partners/queries/find-partners";
import type { RouteGiven } from "@/server/route";
import type { Found, FoundGroup } from "@/ui/palette/found";
import { type HomePortalId, portalOf } from "./portals";

const most = 6;

const dealsOf: Record<HomePortalId, string> = {
  portal: "/portal/deals",
  channel: "/channel/deals",
  program: "/channel/deals",
  executive: "/executive/deals",
};

/** Deals and partners with the words, as far as the reader sees them, with the addresses of the reader's own portal. */
export async function findRecords({ actor, tx, request }: RouteGiven): Promise<Response> {
  const words = (new URL(request.url).searchParams.get("words") ?? "").trim().slice(0, 100);
  const groups = words.length < 2 ? [] : await found({ actor, tx }, words);
  return Response.json({ groups }, { headers: { "cache-control": "no-store" } });
}

async function found({ actor, tx }: Pick<RouteGiven, "actor" | "tx">, words: string): Promise<FoundGroup[]> {
  const t = await getTranslations();
  const portal = portalOf(actor);
  const status = (name: string) =>
    actor.side === "vendor" && t.has(`deals.statusForVendor.${name}`)
      ? t(`deals.statusForVendor.${name}`)
      : t(`deals.status.${name}`);
  const deals: Found[] = [];
  if (can(actor, "deal.read")) {
    const { rows } = await listDeals(tx, actor, { filter: { search: words }, size: most });
    for (const row of rows)
      deals.push({
        href: `${dealsOf[portal]}/${row.id}`,
        label: row.customer || t("deals.rows.unnamed"),
        detail: [row.number, actor.side === "vendor" ? row.partner : "", status(row.status)].filter(Boolean).join(", "),
      });
  }
  const partners: Found[] = [];
  if (actor.side === "vendor") {
    for (const row of await findPartners(tx, words, most))
      partners.push({
        href:
          portal === "channel"
            ? `/channel/partners/${row.id}`
            : `${dealsOf[portal]}${searchFrom({ partnerId: row.id })}`,
        label: row.name,
        detail: row.region,
      });
  }
  return [
    { title: t("shell.find.deals"), items: deals },
    { title: t("shell.find.partners"), items: partners },
  ].filter(({ items }) => items.length > 0);
}
