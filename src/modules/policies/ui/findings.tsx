import { useTranslations } from "next-intl";
import type { PolicyBody } from "@/kernel/policy";
import { isDoubt, type LintFinding } from "@/kernel/policy/lint-finding";
import { Notice } from "@/ui/notice";
import { findingWords, type PolicyWording } from "@/ui/policy/words";
import { placeWords } from "./places";
import { nameOf } from "./wording";

type Props = { findings: readonly LintFinding[]; body: PolicyBody; wording: PolicyWording };

/** What lint found, each with the rule or table it is about and its way out; a quiet line where it found nothing. */
export function Findings({ findings, body, wording }: Props) {
  const t = useTranslations("policies.record");
  if (findings.length === 0) return <p className="py-2.5 text-ink-2">{t("fine")}</p>;
  const faults = findings.filter((finding) => !isDoubt(finding)).length;
  return (
    <div className="pt-3">
      <Notice
        tone={faults > 0 ? "warning" : "info"}
        title={faults > 0 ? t("faults", { count: faults }) : t("doubts", { count: findings.length })}
      >
        <ul className="grid gap-2.5 pt-1">
          {findings.map((finding) => {
            const { sentence, fix } = findingWords(spoken(finding, wording), wording);
            const { title, part } = placeWords(finding.where, [body], wording);
            return (
              <li key={`${finding.where} ${finding.kind}`}>
                <span className="block text-xs">{part ? `${title} · ${part}` : title}</span>
                <span className="font-strong">{sentence}</span> {fix}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

/** A finding that calls settings and tables by their names. */
function spoken(finding: LintFinding, { t }: PolicyWording): LintFinding {
  const { setting, table } = finding.params;
  return {
    ...finding,
    params: {
      ...finding.params,
      ...(typeof setting === "string" ? { setting: nameOf(setting, t) } : {}),
      ...(typeof table === "string" ? { table: nameOf(table, t) } : {}),
    },
  };
}
