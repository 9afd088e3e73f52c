import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EvidenceTable } from "@/ui/evidence-table";
import { formatDay } from "@/ui/format/format";
import type { DealMatch } from "../../queries/record-deal";

/** What a registration was found to resemble, field by field. Only the vendor's people ever get these rows. */
export function Evidence({ matches }: { matches: readonly DealMatch[] }) {
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
