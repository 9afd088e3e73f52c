import { useTranslations } from "next-intl";
import type { LintFinding } from "@/kernel/policy/lint-finding";
import { Notice } from "@/ui/notice";
import { findingWords, type PolicyWording } from "@/ui/policy/words";

/** What lint found, each with its way out; a quiet line where it found nothing. */
export function Findings({ findings, wording }: { findings: readonly LintFinding[]; wording: PolicyWording }) {
  const t = useTranslations("policies.record");
  if (findings.length === 0) return <p className="py-2.5 text-ink-2">{t("fine")}</p>;
  return (
    <div className="pt-3">
      <Notice tone="warning" title={t("faults", { count: findings.length })}>
        <ul className="grid gap-2 pt-1">
          {findings.map((finding) => {
            const { sentence, fix } = findingWords(finding, wording);
            return (
              <li key={`${finding.where} ${finding.kind}`}>
                <span className="font-strong">{sentence}</span> {fix}
                <span className="block text-xs">{finding.where}</span>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}
