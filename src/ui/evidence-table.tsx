import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Icon, type IconName } from "@/ui/icon";
import { Section } from "@/ui/section";

export type EvidenceMark = "same" | "similar" | "different" | "unknown";

export type EvidenceRow = {
  field: string;
  mine: ReactNode;
  theirs: ReactNode;
  mark: EvidenceMark;
  /** What was found, in words: "Part of the name". */
  markText: ReactNode;
  /** What the words rest on, in small print below them. */
  detail?: ReactNode;
  /** "0.10 of 0.20". */
  points: ReactNode;
};

export type EvidenceTableProps = {
  title: ReactNode;
  aside?: ReactNode;
  /** What the table shows, in one sentence above it. */
  lead?: ReactNode;
  /** What is compared: "This deal" with "D-26-1102, protected through 11 Jan". */
  columns: { mine: string; theirs: string };
  rows: EvidenceRow[];
  spaced?: boolean;
};

const marks: Record<EvidenceMark, { icon: IconName; ink: string }> = {
  same: { icon: "equal", ink: "text-warning-ink" },
  similar: { icon: "equal-approximately", ink: "text-warning-ink" },
  different: { icon: "equal-not", ink: "text-ink-3" },
  unknown: { icon: "circle-question-mark", ink: "text-ink-3" },
};

const head =
  "h-8 max-sm:h-auto max-sm:py-1.5 max-sm:align-bottom border-b border-line pe-4 text-xs font-normal text-ink-3 last:pe-0";
// On a phone only the two records have a head; the rest stands below them.
const beside = "max-sm:sr-only";
const cell = "py-1 sm:h-9 sm:border-b sm:border-line sm:py-1.5 sm:pe-4 sm:last:pe-0";

/** Two records beside each other, field by field, with what each agreement is worth. */
export function EvidenceTable({ title, aside, lead, columns, rows, spaced }: EvidenceTableProps) {
  const t = useTranslations("ui.evidence");
  return (
    <Section title={title} aside={aside} spaced={spaced}>
      {lead && <p className="py-2 text-ink-2 wrap-anywhere">{lead}</p>}
      <table className="w-full border-collapse max-sm:block">
        <thead className="max-sm:block">
          <tr className="max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4">
            <th scope="col" className={classes(head, beside)}>
              {t("field")}
            </th>
            <th scope="col" className={head}>
              {columns.mine}
            </th>
            <th scope="col" className={head}>
              {columns.theirs}
            </th>
            <th scope="col" className={classes(head, beside)}>
              {t("evidence")}
            </th>
            <th scope="col" className={classes(head, beside, "text-end")}>
              {t("points")}
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <Row key={row.field} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Row({ row }: { row: EvidenceRow }) {
  const { icon, ink } = marks[row.mark];
  return (
    <tr className="align-middle max-sm:grid max-sm:grid-cols-2 max-sm:items-end max-sm:gap-x-4 max-sm:border-b max-sm:border-line max-sm:py-2.5">
      <th
        scope="row"
        className={classes(cell, "font-normal text-ink-2 max-sm:col-span-2 max-sm:font-strong sm:whitespace-nowrap")}
      >
        {row.field}
      </th>
      <td className={classes(cell, "wrap-anywhere")}>{row.mine}</td>
      <td className={classes(cell, "wrap-anywhere")}>{row.theirs}</td>
      <td className={cell}>
        <span className={classes("inline-flex items-start gap-1.5", ink)}>
          <Icon name={icon} className="mt-0.5" />
          {row.markText}
        </span>
        {row.detail}
      </td>
      <td className={classes(cell, "figures text-end sm:whitespace-nowrap")}>{row.points}</td>
    </tr>
  );
}
