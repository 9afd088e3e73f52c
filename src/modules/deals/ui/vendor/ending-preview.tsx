import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatDayTime, formatMoney } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { proposedThrough } from "../../domain/extension";
import type { Ending } from "../../queries/ending-deals";
import type { DealRow } from "../../queries/list-deals";
import { DeclineExtension, ExtendProtection, GrantExtension } from "./extension-actions";

type Props = { row: DealRow; ending: Ending; now: Date; zone: string };

/** What a manager needs to give a protection more time, or to let it end, without leaving the list. */
export function EndingPreview({ row, ending, now, zone }: Props) {
  const t = useTranslations("channel.expiring");
  const words = useTranslations("deals");
  const locale = useLocale();
  const { asked } = ending;
  const facts = [
    {
      label: t("columns.partner"),
      value: <Link href={`/channel/partners/${row.partnerId}`}>{row.partner}</Link>,
      detail: row.owner,
    },
    { label: t("product"), value: row.productLine ?? "–" },
    { label: t("columns.amount"), value: row.amount ? formatMoney(row.amount, locale) : "–" },
    {
      label: t("columns.ends"),
      value: row.protectedThrough ? formatDay(row.protectedThrough, locale, { year: true }) : "–",
      detail: ending.granted ? t("extended", { times: ending.granted }) : undefined,
    },
    {
      label: t("columns.close"),
      value: row.expectedClose ? formatDay(row.expectedClose, locale, { year: true }) : "–",
      detail: closesAfter(row) ? t("closesAfter") : undefined,
    },
  ];
  return (
    <>
      <p className="figures text-xs text-ink-2">{row.number}</p>
      <h2 className="mt-0.5 text-lg tracking-tight wrap-anywhere">
        <Link href={`/channel/deals/${row.id}`}>{row.customer}</Link>
      </h2>
      <div className="mt-3">
        <KeyFacts facts={facts} />
      </div>
      {asked && (
        <div className="mt-4">
          <Notice
            tone={asked.dueAt && asked.dueAt <= now ? "warning" : "info"}
            title={t("asks", { name: asked.by, day: formatDay(asked.through, locale, { year: true }) })}
          >
            <p className="whitespace-pre-line">
              {t("why", { reason: words(`extensionReason.${asked.reason}`), note: asked.note })}
            </p>
            {asked.dueAt && <p>{t("answerBy", { when: formatDayTime(asked.dueAt, locale, zone) })}</p>}
          </Notice>
        </div>
      )}
      {ending.mayExtend && row.protectedThrough && (
        <div className="sticky bottom-0 mt-5 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
          <Answer row={row} ending={ending} through={row.protectedThrough} />
        </div>
      )}
    </>
  );
}

function closesAfter({ expectedClose, protectedThrough }: DealRow): boolean {
  return expectedClose !== null && protectedThrough !== null && expectedClose > protectedThrough;
}

function Answer({
  row,
  ending,
  through,
}: {
  row: DealRow;
  ending: Ending;
  through: NonNullable<DealRow["protectedThrough"]>;
}) {
  const t = useTranslations("channel.extension");
  const locale = useLocale();
  const target = { dealId: row.id, version: ending.version };
  const { partner } = row;
  const day = formatDay(through, locale, { year: true });
  if (!ending.asked)
    return (
      <ExtendProtection
        {...target}
        through={proposedThrough(through)}
        consequence={t("extendConsequence", { partner, day })}
      />
    );
  return (
    <>
      <GrantExtension
        {...target}
        through={ending.asked.through}
        consequence={t("grantConsequence", { partner, customer: row.customer })}
      />
      <DeclineExtension {...target} consequence={t("declineConsequence", { partner, day })} />
    </>
  );
}
