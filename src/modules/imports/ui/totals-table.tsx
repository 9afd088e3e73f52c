import { useLocale, useTranslations } from "next-intl";
import { money } from "@/kernel/money";
import { formatMoney, formatNumber } from "@/ui/format/format";
import { Section } from "@/ui/section";
import type { PartReport, Total } from "../domain/report";
import { choiceWord, fieldWord } from "./import-words";

const cell = "border-b border-line py-2 pe-4 last:pe-0";

/** Sums in the file beside sums that are imported, so that they can be compared with where the file came from. */
export function TotalsTable({ parts }: { parts: readonly PartReport[] }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const withTotals = parts.filter(({ totals }) => totals.length > 0);
  if (withTotals.length === 0) return null;
  const amount = (minor: number, { currency }: Total) =>
    currency === "" ? t("cli.noAmount") : formatMoney(money(minor, currency), locale);
  return (
    <Section title={t("check.totals")} spaced>
      <div className="overflow-x-auto">
        <table className="w-full border-separate border-spacing-0">
          <thead>
            <tr className="text-xs text-ink-3">
              <th scope="col" className={`${cell} font-normal`}>
                {t("check.of")}
              </th>
              <th scope="col" className={`${cell} text-end font-normal`}>
                {t("check.rows")}
              </th>
              <th scope="col" className={`${cell} text-end font-normal`}>
                {t("check.inFile")}
              </th>
              <th scope="col" className={`${cell} text-end font-normal`}>
                {t("check.imported")}
              </th>
            </tr>
          </thead>
          <tbody>
            {withTotals.flatMap(({ part, totals }) =>
              totals.map((total) => (
                <tr key={`${part} ${total.field} ${total.group} ${total.currency}`}>
                  <th scope="row" className={`${cell} font-normal`}>
                    {total.group === ""
                      ? fieldWord(t, total.field)
                      : choiceWord(t, locale, undefined, { key: total.group, label: total.group })}
                  </th>
                  <td className={`${cell} figures text-end`}>{formatNumber(total.rows, locale)}</td>
                  <td className={`${cell} figures text-end whitespace-nowrap`}>{amount(total.inFile, total)}</td>
                  <td className={`${cell} figures text-end whitespace-nowrap`}>{amount(total.imported, total)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
