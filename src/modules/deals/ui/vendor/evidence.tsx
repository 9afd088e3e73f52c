import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EvidenceTable } from "@/ui/evidence-table";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import type { DealMatch } from "../../queries/record-deal";

/** What a registration was found to resemble, field by field. Only the vendor's people ever get these rows. */
export function Evidence({ matches, zone }: { matches: readonly DealMatch[]; zone: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const points = (value: number) => format.number(value / 100, { minimumFractionDigits: 2 });
  return matches.map((match) => (
    <div key={match.id} className="mt-8">
      <EvidenceTable
        title={t("channel.evidence.title", { class: t(`deals.matchClass.${match.class}`), score: points(match.score) })}
        aside={t("channel.evidence.aside", { class: t(`deals.matchClass.${match.class}`) })}
        columns={{ mine: t("channel.evidence.mine"), theirs: theirs(match) }}
        rows={match.evidence.map((field) => ({
          field: t(`channel.evidence.field.${field.field}`),
          mine: field.mine,
          theirs: field.theirs,
          mark: field.likeness,
          markText: t(`channel.evidence.likeness.${field.likeness}`),
          points:
            field.of === 0
              ? t("channel.evidence.notScored")
              : t("channel.evidence.points", { points: points(field.points), of: points(field.of) }),
        }))}
      />
      {match.synced && <Freshness synced={match.synced} zone={zone} />}
    </div>
  ));

  function theirs(match: DealMatch): string {
    const { dealNumber, partner, productLine, protectedThrough } = match;
    if (dealNumber && protectedThrough) {
      return t("channel.evidence.protectedDeal", {
        number: dealNumber,
        partner: partner ?? "",
        product: productLine ?? "",
        day: formatDay(protectedThrough, locale),
      });
    }
    return partner ? t("channel.evidence.engagedBy", { name: partner }) : match.name;
  }
}

/** How old what another system said was, with a warning where that is more than a day. */
function Freshness({ synced, zone }: { synced: NonNullable<DealMatch["synced"]>; zone: string }) {
  const t = useTranslations("channel.evidence");
  const locale = useLocale();
  const when = formatDayTime(synced.at, locale, zone);
  if (!synced.isOld) return <p className="mt-2 text-xs text-ink-2">{t("synced", { when })}</p>;
  return (
    <p className="mt-2 flex gap-1.5 text-xs text-warning-ink">
      <Icon name="circle-alert" size="sm" className="mt-0.5" />
      {t("old", { when })}
    </p>
  );
}
