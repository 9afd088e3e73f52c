import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Evaluation, Facts, FactTest, PolicyBody } from "@/kernel/policy";
import { reasonsFor } from "@/kernel/policy/reasons";
import { explain } from "@/kernel/policy-explain";
import { DecisionPanel, type RuleResult } from "@/ui/decision-panel";
import { formatDay, formatMoney, formatPercent } from "@/ui/format/format";
import { registrationContract } from "../../facts";
import type { DealDecision, DealRecord } from "../../queries/record-deal";
import { factWords, namedFact } from "../fact-words";

type Props = { deal: DealRecord; decision: DealDecision; currency: string; clock?: ReactNode; rulesHref: string };

/** Why a registration needs a person: the rules that failed first, with their facts, and what an approval would bring. */
export function WhyPanel({ deal, decision, currency, clock, rulesHref }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const wording = { t, locale, currency };
  const { evaluation, facts, policy } = decision;
  const rules = explain(policy.body, evaluation, locale, facts ?? undefined);
  const failing = rules.filter((rule) => rule.result === "fail");
  const asked = rules.filter((rule) => rule.result !== "not_applicable").length;
  const waits = deal.status === "in_review";
  const grounds =
    facts &&
    grantGrounds(policy.body, facts, evaluation)
      .map((test) => namedFact(test, wording))
      .join(", ");
  return (
    <DecisionPanel
      title={t(waits ? "channel.why.title" : "channel.why.decidedTitle", {
        outcome: t(`deals.outcome.${decision.outcome}`),
      })}
      sentence={
        failing.length === 0
          ? t("channel.why.allPass", { count: asked })
          : t("channel.why.sentence", {
              count: failing.length,
              all: asked,
              because: failing.map((rule) => rule.because).join(" "),
            })
      }
      clock={clock}
      rules={rules.map((rule) => ({
        id: rule.rule,
        title: rule.title,
        fact: [
          ...rule.applies.map((test) => namedFact(test, wording)),
          ...rule.tests.map((test) => factWords(test, wording)),
        ].join(", "),
        result: (rule.result === "fail" ? rule.verdict : rule.result) as RuleResult,
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
          {deal.ifApproved && grounds && t("channel.why.grounds", { facts: grounds })}{" "}
          <a className="text-accent-ink underline decoration-current/35 underline-offset-3" href={rulesHref}>
            {t("channel.why.rule", { name: decision.policy.name, version: decision.policy.version })}
          </a>
        </p>
      }
    />
  );
}

/** What the benefit and the protection of a grant follow from. */
function grantGrounds(body: PolicyBody, facts: Facts, evaluation: Evaluation): FactTest[] {
  if (evaluation.rules.length === 0) return [];
  const { tables } = reasonsFor(body, facts, evaluation);
  const tests = tables
    .filter(({ table }) => registrationContract.tables.includes(table))
    .flatMap((table) => table.tests);
  return tests.filter((test, index) => tests.findIndex(({ fact }) => fact === test.fact) === index);
}
