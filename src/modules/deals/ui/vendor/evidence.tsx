import { useFormatter, useLocale, useTranslations } from "next-intl";
import { countryName } from "@/modules/accounts/domain/countries";
import { EvidenceTable } from "@/ui/evidence-table";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import type { FieldEvidence } from "../../domain/conflict";
import type { DealMatch } from "../../queries/record-deal";
import { NameWords } from "./name-words";

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
        lead={lead(match)}
        columns={{ mine: t("channel.evidence.mine"), theirs: theirs(match) }}
        rows={match.evidence.map((field) => ({
          field: t(`channel.evidence.field.${field.field}`),
          mine: side(field, field.mine),
          theirs: side(field, field.theirs),
          mark: field.likeness,
          markText: found(field),
          detail: field.words && <NameWords words={field.words} />,
          points:
            field.of === 0
              ? t("channel.evidence.notScored")
              : t("channel.evidence.points", { points: points(field.points), of: points(field.of) }),
        }))}
      />
      {match.synced && <Freshness synced={match.synced} zone={zone} />}
    </div>
  ));

  /** What speaks for one customer, in one sentence, before the table proves it. */
  function lead(match: DealMatch): string {
    const speaking = match.evidence.filter(({ points: worth }) => worth > 0);
    if (speaking.length === 0) return t("channel.evidence.byAccount");
    return t("channel.evidence.lead", {
      list: format.list(speaking.map(({ field, likeness }) => t(`channel.evidence.by.${field}`, { likeness }))),
    });
  }

  function side({ field }: FieldEvidence, value: string): string {
    if (value === "") return "–";
    return field === "country" ? countryName(value, locale) : value;
  }

  function found({ field, likeness, kinship }: FieldEvidence): string {
    if (kinship) return t(`channel.evidence.kinship.${kinship}`);
    if (field === "product") return t("channel.evidence.product", { likeness });
    return t(`channel.evidence.likeness.${likeness}`);
  }

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
    const known = match.class === "named_account" ? "keptFor" : "engagedBy";
    return partner ? t(`channel.evidence.${known}`, { name: partner }) : match.name;
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
