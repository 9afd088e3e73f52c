import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { explain } from "@/kernel/policy-explain";
import { DecisionPanel, type RuleResult } from "@/ui/decision-panel";
import { formatDay, formatMoney, formatPercent } from "@/ui/format/format";
import type { DealDecision, DealRecord } from "../../queries/record-deal";
import { factWords } from "../fact-words";

type Props = { deal: DealRecord; decision: DealDecision; currency: string; clock?: ReactNode; rulesHref: string };

/** Why a registration needs a person: the rules that failed first, with their facts, and what an approval would bring. */
export function WhyPanel({ deal, decision, currency, clock, rulesHref }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const wording = { t, locale, currency };
  const rules = explain(decision.policy.body, decision.evaluation, locale);
  const failing = rules.filter((rule) => rule.result === "fail");
  const waits = deal.status === "in_review";
  return (
    <DecisionPanel
      title={t(waits ? "channel.why.title" : "channel.why.decidedTitle", {
        outcome: t(`deals.outcome.${decision.outcome}`),
      })}
      sentence={
        failing.length === 0
          ? t("channel.why.allPass", { count: rules.length })
          : t("channel.why.sentence", {
              count: failing.length,
              all: rules.length,
              because: failing.map((rule) => rule.because).join(" "),
            })
      }
      clock={clock}
      rules={rules.map((rule) => ({
        id: rule.rule,
        title: rule.title,
        fact: rule.tests.map((test) => factWords(test, wording)).join(", "),
        result: (rule.result === "pass" ? "pass" : rule.verdict) as RuleResult,
      }))}
      foot={
        <p>
          {deal.ifApproved &&
            t.rich("channel.why.ifApproved", {
              b: (chunks) => <b>{chunks}</b>,
              percent: formatPercent(deal.ifApproved.benefitBasisPoints / 10_000, locale),
              product: deal.productLine?.name ?? "",
              benefit: deal.ifApproved.benefit ? formatMoney(deal.ifApproved.benefit, locale) : "",
              day: formatDay(deal.ifApproved.protectedThrough, locale, { year: true }),
            })}{" "}
          <a className="text-accent-ink underline decoration-current/35 underline-offset-3" href={rulesHref}>
            {t("channel.why.rule", { name: decision.policy.name, version: decision.policy.version })}
          </a>
        </p>
      }
    />
  );
}
