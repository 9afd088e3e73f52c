import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/ui/format/format";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { type PartReport, type RowOutcome, rowOutcomes } from "../domain/report";

type Props = { parts: readonly PartReport[]; done: boolean; href: (part: string, outcome: RowOutcome) => string };

const cell = "border-b border-line py-2 pe-4 last:pe-0";

/** How many rows of each part become what; each number opens its rows. */
export function OutcomeTable({ parts, done, href }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const shown = rowOutcomes.filter(
    (outcome) => outcome === "insert" || outcome === "error" || parts.some(({ outcomes }) => outcomes[outcome] > 0),
  );
  return (
    <Section title={t(done ? "check.made" : "check.would")} spaced>
      <table className="w-full border-separate border-spacing-0 max-sm:block">
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col" className={`${cell} text-xs font-normal text-ink-3`}>
              {t("check.part")}
            </th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col" className={`${cell} text-end text-xs font-normal text-ink-3`}>
                {t(`check.outcome.${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {parts.map((part) => (
            <tr key={part.part} className="max-sm:block max-sm:border-b max-sm:border-line max-sm:py-2">
              <th scope="row" className={`${cell} font-strong max-sm:block max-sm:border-0 max-sm:py-0`}>
                {t(`part.${part.part}`)}
              </th>
              {shown.map((outcome) => (
                <td
                  key={outcome}
                  className={`${cell} figures text-end max-sm:me-4 max-sm:inline-block max-sm:border-0 max-sm:p-0 max-sm:text-start`}
                >
                  <span aria-hidden="true" className="text-xs text-ink-3 sm:hidden">
                    {t(`check.outcome.${outcome}`)}{" "}
                  </span>
                  {part.outcomes[outcome] === 0 ? (
                    <span className="text-ink-3">0</span>
                  ) : (
                    <Link
                      href={href(part.part, outcome)}
                      className={outcome === "error" ? "text-critical-ink" : undefined}
                      aria-label={t("check.open", {
                        part: t(`part.${part.part}`),
                        outcome: t(`check.outcome.${outcome}`),
                        count: part.outcomes[outcome],
                      })}
                    >
                      {formatNumber(part.outcomes[outcome], locale)}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
