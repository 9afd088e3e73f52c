import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import type { DealRecord } from "../queries/record-deal";

/** The help an approval brought: who gives it by when, or what was given. */
export function Presales({ deal, zone, action }: { deal: DealRecord; zone: string; action?: ReactNode }) {
  const t = useTranslations("deals.presales");
  const locale = useLocale();
  const { presales } = deal;
  if (!presales) return null;
  const { kind, owner, dueAt, given } = presales;
  const what = t(`kind.${kind}`);
  return (
    <div className="mb-6 flex gap-3">
      <Icon name="handshake" size="lg" className={given ? "mt-0.5 text-positive-ink" : "mt-0.5 text-info-ink"} />
      <div className="min-w-0">
        <p className="font-strong">
          {given ? t("given", { what }) : t("waiting", { what, owner, known: owner ? "yes" : "no" })}
        </p>
        <p className="mt-0.5 max-w-prose text-ink-2 wrap-anywhere whitespace-pre-line">
          {given
            ? t("note", { note: given.note, by: given.by, when: formatDayTime(given.at, locale, zone) })
            : t("due", { when: formatDayTime(dueAt, locale, zone) })}
        </p>
        {action && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
