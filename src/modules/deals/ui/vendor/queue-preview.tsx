import { useLocale, useTranslations } from "next-intl";
import { explain } from "@/kernel/policy-explain";
import { classes } from "@/ui/classes";
import { formatDay, formatMoney } from "@/ui/format/format";
import { Icon } from "@/ui/icon";
import { KeyFacts } from "@/ui/key-facts";
import { Link } from "@/ui/link";
import type { Approval } from "../../domain/approval";
import type { DealRow } from "../../queries/list-deals";
import type { ReviewBasis } from "../../queries/review-basis";
import { factWords } from "../fact-words";
import { Decide } from "./decide";
import { ReviewClock } from "./review-clock";

type Props = {
  row: DealRow;
  basis: ReviewBasis;
  approval: Approval | null;
  /** Business minutes of the review that are over. */
  used: number;
  now: Date;
  zone: string;
  currency: string;
};

/** What a reviewer needs to decide a registration without leaving the queue. */
export function QueuePreview({ row, basis, approval, used, now, zone, currency }: Props) {
  const t = useTranslations("channel");
  const locale = useLocale();
  const facts = [
    {
      label: t("decide.columns.partner"),
      value: <Link href={`/channel/partners/${row.partnerId}`}>{row.partner}</Link>,
    },
    { label: t("preview.product"), value: row.productLine ?? "–" },
    { label: t("decide.columns.amount"), value: row.amount ? formatMoney(row.amount, locale) : "–" },
    {
      label: t("record.expectedClose"),
      value: row.expectedClose ? formatDay(row.expectedClose, locale, { year: true }) : "–",
    },
    ...(approval
      ? [
          {
            label: t("preview.ifApproved"),
            value: approval.benefit ? formatMoney(approval.benefit, locale) : "–",
            detail: t("preview.through", { day: formatDay(approval.protectedThrough, locale, { year: true }) }),
          },
        ]
      : []),
  ];
  return (
    <>
      <p className="figures text-xs text-ink-2">{row.number}</p>
      <h2 className="mt-0.5 text-lg tracking-tight wrap-anywhere">
        <Link href={`/channel/deals/${row.id}`}>{row.customer}</Link>
      </h2>
      {row.dueAt && (
        <div className="mt-3">
          <ReviewClock
            dueAt={row.dueAt}
            now={now}
            zone={zone}
            used={used}
            total={basis.clock.budgetMinutes}
            consequence={t(`clock.${row.dueAt > now ? "if" : "was"}Late.${basis.clock.late}`)}
          />
        </div>
      )}
      <div className="mt-3">
        <KeyFacts facts={facts} />
      </div>
      <Rules basis={basis} currency={currency} />
      {basis.need && (
        <p className="mt-4 line-clamp-4 text-ink-2 wrap-anywhere">{t("standing.note", { note: basis.need })}</p>
      )}
      {row.can.decide && approval && (
        <div className="sticky bottom-0 mt-5 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
          <Decide dealId={row.id} version={basis.version} partner={row.partner} approval={approval} />
        </div>
      )}
    </>
  );
}

function Rules({ basis, currency }: { basis: ReviewBasis; currency: string }) {
  const t = useTranslations();
  const locale = useLocale();
  const rules = explain(basis.body, basis.evaluation, locale, basis.facts ?? undefined).filter(
    (rule) => rule.result !== "not_applicable",
  );
  const failing = rules.filter((rule) => rule.result === "fail");
  const line = "flex gap-2.5 border-b border-line py-2";
  return (
    <>
      <h3 className="mt-4">{t("channel.preview.rules", { count: failing.length, all: rules.length })}</h3>
      <ul>
        {failing.map((rule) => (
          <li key={rule.rule} className={line}>
            <Icon name="eye" className="mt-0.5 text-warning-ink" />
            <span className="min-w-0">
              <span className="block">{rule.title}</span>
              <span className="block text-ink-2">
                {rule.tests.map((test) => factWords(test, { t, locale, currency })).join(", ")}
              </span>
            </span>
          </li>
        ))}
        {rules.length > failing.length && (
          <li className={classes(line, "text-ink-2")}>
            <Icon name="check" className="mt-0.5 text-positive-ink" />
            {t("channel.preview.others", { count: rules.length - failing.length })}
          </li>
        )}
      </ul>
    </>
  );
}
