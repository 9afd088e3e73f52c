import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useId } from "react";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";

export type ChartRow = {
  label: string;
  sub?: string;
  text: string;
  href?: string;
  /** What the value is made of, one for each series. */
  parts?: string[];
};

export type ChartFrameProps = {
  /** The finding, as a sentence. */
  title: string;
  /** What was measured, when, in which unit. */
  sub: ReactNode;
  /** The same numbers for the table. */
  rows: ChartRow[];
  /** The names of the parts: the first is drawn strong, the second quiet. */
  series?: string[];
  children: ReactNode;
};

/** A chart: the finding as its title, the drawing, and the same numbers as a table. */
export function ChartFrame({ title, sub, rows, series, children }: ChartFrameProps) {
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
      {series && <Legend series={series} />}
      <details className="group mt-2 print:hidden">
        <summary className="inline-flex h-8 items-center gap-1.5 rounded-md text-xs text-ink-2 hover:text-ink hover:underline hover:underline-offset-3">
          <Icon name="table-2" size="sm" />
          {t("table")}
        </summary>
        <table className="figures w-full border-collapse" aria-labelledby={titleId}>
          {series && (
            <thead>
              <tr className="text-xs text-ink-3">
                <td />
                {[...series, t("total")].map((name) => (
                  <th key={name} scope="col" className="py-1.5 ps-4 text-end font-normal">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.label} ${row.sub ?? ""}`} className="border-b border-line first:border-t">
                <th scope="row" className="py-1.5 pe-4 font-normal text-ink-2">
                  {row.label}
                  {row.sub && <Fragment> {row.sub}</Fragment>}
                </th>
                {row.parts?.map((part, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the series
                  <td key={index} className="py-1.5 ps-4 text-end whitespace-nowrap">
                    {part}
                  </td>
                ))}
                <td className="py-1.5 ps-4 text-end whitespace-nowrap">
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

function Legend({ series }: { series: string[] }) {
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {series.map((name, index) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-2.5">
            <rect width="100%" height="100%" rx="2" className={index > 0 ? "fill-series-2" : "fill-series-1"} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The drawing in words, for who does not see it. */
export function inWords(title: string, rows: Pick<ChartRow, "label" | "sub" | "text">[]): string {
  return `${title}. ${rows.map((row) => [row.label, row.sub, row.text].filter(Boolean).join(" ")).join(", ")}.`;
}
