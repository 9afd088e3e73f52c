import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayOf } from "@/kernel/dates";
import { explain, visibleTo } from "@/kernel/policy-explain";
import { DecisionPanel, type RuleResult } from "@/ui/decision-panel";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { registrationFacts } from "../facts";
import type { DealDecision } from "../queries/record-deal";
import { factWords } from "./fact-words";

type Props = {
  decision: DealDecision;
  zone: string;
  /** The zone in which rules come into force. */
  vendorZone: string;
  /** The currency of money facts. */
  currency: string;
  rulesHref: string;
  /** What it brings, in a sentence. */
  grant?: ReactNode;
};

const sides: readonly RuleResult[] = ["pass", "review", "ask", "reject", "not_applicable"];

/** Why a registration came out as it did, as a partner may read it: the rules that stood in the way first, who decided, which version. */
export function DecisionExplained({ decision, zone, vendorZone, currency, rulesHref, grant }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { body } = decision.policy;
  const rules = explain(body, visibleTo("partner", decision.evaluation, registrationFacts, body), locale);
  const failing = rules.filter((rule) => rule.result === "fail");
  const because = failing.map((rule) => rule.because).join(" ");
  const { name, version, since } = decision.policy;
  return (
    <DecisionPanel
      title={t(`deals.why.title.${decision.outcome}`)}
      sentence={
        <>
          {failing.length === 0
            ? t("deals.why.allMet", { count: rules.length })
            : t("deals.why.some", { count: failing.length, all: rules.length, because })}{" "}
          {decision.reasonCode === "vendor_late" && t("deals.why.late")}
          {decision.decider &&
            t(decision.decidedFor ? "deals.why.personFor" : "deals.why.person", {
              outcome: decision.outcome,
              name: decision.decider,
              forName: decision.decidedFor ?? "",
              when: formatDayTime(decision.decidedAt, locale, zone, { year: true }),
            })}
        </>
      }
      rules={rules.map((rule) => ({
        id: rule.rule,
        title: rule.title,
        // What a rule looked at may be the vendor's own: then only how it came out is the partner's to read.
        fact:
          rule.tests.length === 0
            ? t("deals.why.withVendor")
            : rule.tests.map((test) => factWords(test, { t, locale, currency })).join(", "),
        result: rule.result === "pass" ? "pass" : (sides.find((side) => side === rule.verdict) ?? "review"),
      }))}
      foot={
        <p>
          {grant}{" "}
          <Link href={rulesHref}>
            {t("deals.why.rule", { name, version, since: formatDay(dayOf(since, vendorZone), locale, { year: true }) })}
          </Link>
        </p>
      }
    />
  );
}
