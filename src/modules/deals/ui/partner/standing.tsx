import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localText } from "@/kernel/policy-explain";
import { formatDay, formatDayTime, formatMoney, formatPercent } from "@/ui/format/format";
import { Icon, type IconName } from "@/ui/icon";
import { type Tone, toneInk } from "@/ui/tone";
import type { DealDecision, DealRecord } from "../../queries/record-deal";

type Props = { deal: DealRecord; zone: string; vendor: string };
type Stand = { icon: IconName; tone: Tone; headline: string; more?: ReactNode };

/** Where the deal stands, in one plain sentence and what it means, before anything else on the page. */
export function Standing(props: Props) {
  const { icon, tone, headline, more } = useStand(props);
  return (
    <div className="mb-6 flex gap-3">
      <Icon name={icon} size="lg" className={`mt-0.5 ${toneInk[tone]}`} />
      <div className="min-w-0">
        <p className="text-base font-strong wrap-anywhere">{headline}</p>
        {more && <div className="mt-0.5 max-w-prose text-ink-2 wrap-anywhere whitespace-pre-line">{more}</div>}
      </div>
    </div>
  );
}

function useStand({ deal, zone, vendor }: Props): Stand {
  const t = useTranslations("deals.stand");
  const words = useTranslations("deals");
  const locale = useLocale();
  const day = (value: NonNullable<DealRecord["protectedThrough"]>) => formatDay(value, locale, { year: true });
  const latest = deal.decisions[0];
  const through = deal.protectedThrough ? day(deal.protectedThrough) : "";
  if (deal.win) {
    const values = { day: day(deal.win.wonOn), amount: formatMoney(deal.win.amount, locale), vendor };
    return deal.win.confirmedAt
      ? {
          icon: "circle-check",
          tone: "positive",
          headline: t("wonConfirmed", values),
          more: t(deal.win.confirmedBy === null && !deal.imported ? "wonConfirmedByOrder" : "wonConfirmedMore", {
            vendor,
          }),
        }
      : { icon: "flag", tone: "info", headline: t("wonReported", values), more: t("wonReportedMore", values) };
  }
  if (deal.loss) {
    const reason = words(`lossReason.${deal.loss.reason}`);
    return {
      icon: "circle-slash",
      tone: "neutral",
      headline: t("lost", { day: day(deal.loss.on), reason }),
      more: deal.status === "approved" ? t("lostMore", { day: through }) : undefined,
    };
  }
  switch (deal.status) {
    case "approved":
      return { icon: "shield-check", tone: "positive", headline: t("protected", { day: through }), more: grant() };
    case "in_review":
      return { icon: "eye", tone: "info", headline: t("inReview", { name: deal.reviewer?.name ?? vendor }) };
    case "needs_info": {
      const asks = latest?.decider ? t("asks", { name: latest.decider }) : t("asksByRule", { vendor });
      const because = latest?.reasonCode && latest.reasonCode !== "question" ? reasonWords(latest) : "";
      return {
        icon: "message-circle-question-mark",
        tone: "warning",
        headline: asks,
        more: deal.question ? (
          <span className="text-base text-ink">{t("quote", { text: deal.question })}</span>
        ) : (
          because
        ),
      };
    }
    case "rejected":
      return { icon: "circle-x", tone: "critical", headline: t("rejected", { reason: reasonOf() }), more: note() };
    case "expired":
      return { icon: "hourglass", tone: "neutral", headline: t("expired", { day: through }), more: t("expiredMore") };
    case "released":
      return {
        icon: "shield-off",
        tone: "neutral",
        headline:
          latest?.outcome === "released"
            ? t("releasedByRule", { day: through, reason: reasonWords(latest) })
            : t("released", { day: through }),
        more: t("releasedMore"),
      };
    case "revoked":
      return {
        icon: "shield-off",
        tone: "critical",
        headline: t("revoked", { cause: latest ? words(`revocationCause.${latest.reasonCode}`) : "" }),
        more: latest && t("revokedMore", { note: latest.note, by: latest.decider ?? vendor, day: through }),
      };
    case "withdrawn":
      return { icon: "undo-2", tone: "neutral", headline: t("withdrawn"), more: t("withdrawnMore") };
    case "draft":
      return { icon: "pencil", tone: "neutral", headline: t("draft"), more: t("draftMore", { vendor }) };
    default:
      return { icon: "info", tone: "neutral", headline: words(`status.${deal.status}`) };
  }

  function grant(): ReactNode {
    const { benefit, productLine } = deal;
    if (!benefit) return null;
    const percent = formatPercent(benefit.basisPoints / 10_000, locale);
    const product = productLine?.name ?? "";
    const granted = benefit.money
      ? t("benefit", { percent, product, amount: formatMoney(benefit.money, locale) })
      : t("benefitPlain", { percent, product });
    const ends = deal.protectedThrough && deal.expectedClose && deal.protectedThrough < deal.expectedClose;
    return ends ? `${granted}\n${t("closesLater")}` : granted;
  }

  function reasonOf(): string {
    return latest ? reasonWords(latest) : words("reason.other");
  }

  /** A coded reason; that of a rule which has no words of ours is said in its own. */
  function reasonWords({ reasonCode, policy }: DealDecision): string {
    if (words.has(`reason.${reasonCode}`)) return words(`reason.${reasonCode}`);
    const rule = policy.body.rules.find(({ id, reason }) => (reason ?? id) === reasonCode);
    return rule ? localText(rule.because, locale) : words("reason.other");
  }

  function note(): ReactNode {
    if (!latest) return null;
    const by = latest.decider ?? t("rules");
    const when = formatDayTime(latest.decidedAt, locale, zone);
    return latest.note ? t("noteBy", { note: latest.note, by, when }) : t("decidedBy", { by, when });
  }
}
