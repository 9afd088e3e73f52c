import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useId } from "react";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";

export type ChartRow = { label: string; sub?: string; text: string; href?: string };

export type ChartFrameProps = {
  /** The finding, as a sentence. */
  title: string;
  /** What was measured, when, in which unit. */
  sub: ReactNode;
  /** The same numbers for the table. */
  rows: ChartRow[];
  children: ReactNode;
};

/** A chart: the finding as its title, the drawing, and the same numbers as a table. */
export function ChartFrame({ title, sub, rows, children }: ChartFrameProps) {
  const t = useTranslations("ui.chart");
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption>
        <h2 id={titleId} className="text-balance">
          {title}
        </h2>
        <p className="mt-0.5 text-xs text-ink-3">{sub}</p>
      </figcaption>
      {children}
      <details className="group mt-2 print:hidden">
        <summary className="inline-flex h-8 items-center gap-1.5 rounded-md text-xs text-ink-2 hover:text-ink hover:underline hover:underline-offset-3">
          <Icon name="table-2" size="sm" />
          {t("table")}
        </summary>
        <table className="figures w-full border-collapse" aria-labelledby={titleId}>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.label} ${row.sub ?? ""}`} className="border-b border-line first:border-t">
                <th scope="row" className="py-1.5 pe-4 font-normal text-ink-2">
                  {row.label}
                  {row.sub && <Fragment> {row.sub}</Fragment>}
                </th>
                <td className="py-1.5 text-end whitespace-nowrap">
                  {row.href ? <Link href={row.href}>{row.text}</Link> : row.text}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The drawing in words, for who does not see it. */
export function inWords(title: string, rows: ChartRow[]): string {
  return `${title}. ${rows.map((row) => [row.label, row.sub, row.text].filter(Boolean).join(" ")).join(", ")}.`;
}
