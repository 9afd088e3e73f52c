import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { countryName } from "@/modules/accounts/domain/countries";
import { Chip } from "@/ui/chip";
import { formatDayTime } from "@/ui/format/format";
import type { OwnOpportunity } from "../queries/own-opportunities";

/** The reader's own opportunities, each with whom to call where a partner is protected. */
export function OpportunityRows({
  rows,
  zone,
  empty,
}: {
  rows: readonly OwnOpportunity[];
  zone: string;
  empty: ReactNode;
}) {
  const t = useTranslations("opportunities");
  const locale = useLocale();
  if (rows.length === 0) return empty;
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] sm:items-center"
        >
          <div className="min-w-0">
            <b className="block wrap-anywhere">{row.customer}</b>
            <span className="block text-xs text-ink-2">
              {[row.title, row.productLine, countryName(row.country, locale)].filter(Boolean).join(" · ")}
            </span>
          </div>
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 sm:justify-end">
            {row.call && row.isOpen ? (
              <>
                <Chip icon="shield-check" tone="warning">
                  {t("isProtected")}
                </Chip>
                {row.call.length > 0 && (
                  <span className="text-ink-2">{t("callNames", { names: row.call.join(", ") })}</span>
                )}
              </>
            ) : (
              <Chip icon={row.isOpen ? "circle-dot" : "circle-slash"} tone="outline">
                {t(row.isOpen ? "free" : "closed")}
              </Chip>
            )}
            <span className="text-xs text-ink-3">
              {t(row.origin === "crm" ? "fromCrm" : "openedHere", {
                when: formatDayTime(row.origin === "crm" ? row.syncedAt : (row.openedAt ?? row.syncedAt), locale, zone),
              })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
