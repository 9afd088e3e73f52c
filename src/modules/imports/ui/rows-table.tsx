import { useLocale, useTranslations } from "next-intl";
import { Chip } from "@/ui/chip";
import { formatNumber } from "@/ui/format/format";
import type { IconName } from "@/ui/icon";
import { Link } from "@/ui/link";
import type { Tone } from "@/ui/tone";
import type { Problem } from "../domain/preset";
import type { RowOutcome } from "../domain/report";
import type { OutcomeRow } from "../queries/import-rows";
import { fieldWord, reasonWord } from "./import-words";

const looks: Record<RowOutcome, { icon: IconName; tone: Tone }> = {
  insert: { icon: "plus", tone: "positive" },
  update: { icon: "pencil", tone: "info" },
  same: { icon: "equal", tone: "neutral" },
  skip: { icon: "circle-slash", tone: "neutral" },
  repeat: { icon: "copy", tone: "neutral" },
  error: { icon: "circle-x", tone: "critical" },
};

type Props = { rows: readonly OutcomeRow[]; recordHref: (row: OutcomeRow) => string | null };

const cell = "border-b border-line py-2.5 pe-4 align-top last:pe-0 max-sm:border-0 max-sm:p-0";

/** Rows of the file in its order: line, what it is, and what became of it, each problem with its column and value. */
export function RowsTable({ rows, recordHref }: Props) {
  const t = useTranslations("imports.rows");
  const locale = useLocale();
  return (
    <table className="w-full border-separate border-spacing-0 max-sm:block" aria-label={t("title")}>
      <thead className="max-sm:sr-only">
        <tr className="text-xs text-ink-3">
          <th scope="col" className={`${cell} w-16 text-end font-normal`}>
            {t("line")}
          </th>
          <th scope="col" className={`${cell} font-normal sm:w-2/5`}>
            {t("record")}
          </th>
          <th scope="col" className={`${cell} font-normal`}>
            {t("outcome")}
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="max-sm:grid max-sm:grid-cols-[auto_minmax(0,1fr)] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:border-b max-sm:border-line max-sm:py-2.5"
          >
            <td className={`${cell} figures text-end text-ink-3`}>{formatNumber(row.line, locale)}</td>
            <th scope="row" className={`${cell} font-strong wrap-anywhere`}>
              <RecordName row={row} href={recordHref(row)} />
            </th>
            <td className={`${cell} max-sm:col-start-2`}>
              <Outcome row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordName({ row, href }: { row: OutcomeRow; href: string | null }) {
  const t = useTranslations("imports.rows");
  const name = row.label || t("unnamed");
  return href ? <Link href={href}>{name}</Link> : name;
}

function Outcome({ row }: { row: OutcomeRow }) {
  const t = useTranslations("imports");
  const { icon, tone } = looks[row.outcome];
  return (
    <>
      {row.outcome !== "error" && (
        <Chip icon={icon} tone={tone}>
          {t(`rows.one.${row.outcome}`)}
        </Chip>
      )}
      {row.problems.length > 0 && (
        <ul className="grid gap-1 not-first:mt-1.5">
          {row.problems.map((problem) => (
            <ProblemLine key={`${problem.field} ${problem.reason} ${problem.value}`} problem={problem} />
          ))}
        </ul>
      )}
    </>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const t = useTranslations("imports");
  const where = problem.column ?? (problem.field && fieldWord(t, problem.field));
  return (
    <li className={problem.severity === "error" ? "text-critical-ink" : "text-warning-ink"}>
      {where && <b className="wrap-anywhere">{where}: </b>}
      {reasonWord(t, problem)}
      {problem.value && (
        <span className="block wrap-anywhere text-ink-2">{t("rows.value", { value: problem.value })}</span>
      )}
    </li>
  );
}
