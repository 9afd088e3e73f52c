import { getLocale, getTranslations } from "next-intl/server";
import { can } from "@/kernel/access";
import { addMonths, dayOf } from "@/kernel/dates";
import { lookFrom, shownColumns } from "@/kernel/list";
import { minorDigits } from "@/kernel/money";
import { countryName } from "@/modules/accounts/domain/countries";
import { partnerFilterFrom } from "@/modules/partners/domain/list-filter";
import { partnerList } from "@/modules/partners/list";
import { listPartners } from "@/modules/partners/queries/list-partners";
import { partnerText } from "@/modules/partners/ui/partner-words";
import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { route } from "@/server/route";
import { csvOf } from "../../../list-export";

/** Exactly what the list shows; amounts are in the reporting currency, which their heads name. */
export const GET = route("partner.read", async ({ actor, tx, now, request }) => {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const list = partnerList({ withDeals: can(actor, "deal.read"), withContacts: can(actor, "record.read") });
  const look = lookFrom(list, search);
  const filter = partnerFilterFrom(search);
  const { zone, reportingCurrency, figuresUntil } = await installation(tx);
  const t = await getTranslations("partners");
  const locale = await getLocale();
  const digits = minorDigits(reportingCurrency);
  const reading = {
    t,
    country: (code: string) => countryName(code, locale),
    day: (signed: string | null) => signed ?? "",
    moment: (at: Date | null) => (at ? dayOf(at, actor.zone) : ""),
    amount: (value: number) => (value / 10 ** digits).toFixed(digits),
  };
  const columns = shownColumns(list, look).map(({ id }) => ({
    head: id === "open" || id === "won" ? `${t(`columns.${id}`)}, ${reportingCurrency}` : t(`columns.${id}`),
    cell: (row: Awaited<ReturnType<typeof listPartners>>["rows"][number]) => partnerText(id, row, reading),
  }));
  const wonSince = addMonths(figuresUntil ?? dayOf(now, zone), -12);
  return csvOf("partners", columns, (after) =>
    withActor(actor, (within) => listPartners(within, { filter, sort: look.sort, after, wonSince, size: 500 })),
  );
});
