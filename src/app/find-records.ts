import { getLocale, getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { countryName } from "@/modules/accounts/domain/countries";
import { customersLike } from "@/modules/accounts/queries/customers-like";
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

/** Deals and partners with the words, else customers and deals with words almost like them, as far as the reader sees them, with the addresses of the reader's own portal. */
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
  const customers: Found[] = [];
  if (can(actor, "deal.read")) {
    const exact = await listDeals(tx, actor, { filter: { search: words }, size: most });
    const like = exact.rows.length === 0 ? await customersLike(tx, actor, words, most) : [];
    const almost = { accountIds: like.map(({ id }) => id) };
    const { rows } = like.length === 0 ? exact : await listDeals(tx, actor, { filter: almost, size: most });
    if (portal === "channel")
      for (const { id, name, country } of like)
        customers.push({
          href: `/channel/customers/${id}`,
          label: name,
          detail: countryName(country, await getLocale()),
        });
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
    { title: t("shell.find.customers"), items: customers },
    { title: t("shell.find.deals"), items: deals },
    { title: t("shell.find.partners"), items: partners },
  ].filter(({ items }) => items.length > 0);
}
