import { getTranslations } from "next-intl/server";
import type { PersonActor } from "@/kernel/actor";
import { type ImportReport, type PartReport, type RowOutcome, rowOutcomes } from "@/modules/imports/domain/report";
import { outcomeRows, type RowFilter } from "@/modules/imports/queries/import-rows";
import type { ImportRecord } from "@/modules/imports/queries/record-import";
import { reasonKind } from "@/modules/imports/ui/import-words";
import { RowsTable } from "@/modules/imports/ui/rows-table";
import type { Tx } from "@/server/db";
import type { Search } from "@/server/page";
import { LinkButton } from "@/ui/button";
import { FilterChips } from "@/ui/filter-chips";
import { Link } from "@/ui/link";
import { Pager } from "@/ui/pager";
import { Section } from "@/ui/section";
import { Tabs } from "@/ui/tabs";
import { importsBase, recordHref } from "./place";

type Outcome = RowFilter["outcome"];

const warnedIn = ({ warnings }: PartReport) => Object.values(warnings).reduce((sum, rows) => sum + rows, 0);
const countIn = (part: PartReport, outcome: Outcome) =>
  outcome === "warning" ? warnedIn(part) : part.outcomes[outcome];
const good: readonly Outcome[] = rowOutcomes.filter((outcome) => outcome !== "error");
const bad: readonly Outcome[] = ["error", "warning"];

/** What is looked at first: before a commit what keeps rows out, after it what was made. */
const orderFor = ({ status }: ImportRecord) => (status === "committed" ? [...good, ...bad] : [...bad, ...good]);

/** Which rows the address asks for; what there are none of is not offered. */
function asked(
  { parts }: ImportReport,
  order: readonly Outcome[],
  search: Search,
): { part: PartReport; outcome: Outcome } | null {
  const full = parts.filter((part) => order.some((outcome) => countIn(part, outcome) > 0));
  const named = full.find((each) => each.part === search.part);
  const part = named ?? full.find((each) => countIn(each, order[0] ?? "error") > 0) ?? full[0];
  if (!part) return null;
  const outcome = [...order.filter((each) => each === search.outcome), ...order].find(
    (each) => countIn(part, each) > 0,
  );
  return outcome ? { part, outcome } : null;
}

/** The address of rows of an import. */
export function rowsHref(id: string, part: string, outcome: Outcome, more: Record<string, string> = {}): string {
  return `${importsBase}/${id}?${new URLSearchParams({ part, outcome, ...more })}#rows`;
}

type Given = { tx: Tx; actor: PersonActor; record: ImportRecord; report: ImportReport; search: Search };

/** The rows of the file by what becomes of them: the wrong ones first, each with its line, column, value and reason. */
export async function rowsSection({ tx, actor, record, report, search }: Given) {
  const order = orderFor(record);
  const shown = asked(report, order, search);
  if (!shown || !record.hasRows) return null;
  const t = await getTranslations("imports");
  const { part, outcome } = shown;
  const reasons = Object.entries(outcome === "error" ? part.errors : outcome === "warning" ? part.warnings : {});
  const reason = reasons.find(([name]) => name === search.reason)?.[0];
  const after = Number(search.after) > 0 ? Number(search.after) : 0;
  const { rows, next } = await outcomeRows(tx, record.id, { part: part.part, outcome, reason, after });
  const href = (more: Record<string, string> = {}) =>
    rowsHref(record.id, part.part, outcome, { ...(reason ? { reason } : {}), ...more });
  const isThere = (state: RowOutcome) => record.status === "committed" || state !== "insert";
  return (
    <Section
      id="rows"
      title={t("rows.title")}
      spaced
      className="scroll-mt-14"
      aside={
        part.outcomes.error > 0 && (
          <LinkButton href={`${importsBase}/${record.id}/errors?part=${part.part}`} prefetch={false} download size="sm">
            {t("rows.download")}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-2 py-3">
        {report.parts.length > 1 && (
          <Tabs
            label={t("rows.parts")}
            items={report.parts.map((each) => ({
              href: rowsHref(record.id, each.part, outcome),
              label: t(`part.${each.part}`),
              current: each.part === part.part,
            }))}
          />
        )}
        <Tabs
          label={t("rows.outcomes")}
          items={order
            .filter((each) => countIn(part, each) > 0)
            .map((each) => ({
              href: rowsHref(record.id, part.part, each),
              label: t(`check.outcome.${each}`),
              count: countIn(part, each),
              current: each === outcome,
            }))}
        />
        {reason ? (
          <FilterChips
            chips={[
              {
                label: t("rows.reason"),
                value: reasonKind(t, reason),
                removeHref: rowsHref(record.id, part.part, outcome),
                removeLabel: t("rows.allReasons"),
              },
            ]}
          />
        ) : (
          reasons.length > 1 && (
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
              {reasons.map(([name, count]) => (
                <li key={name}>
                  <Link href={rowsHref(record.id, part.part, outcome, { reason: name })} scroll={false}>
                    {t("rows.ofReason", { reason: reasonKind(t, name), count })}
                  </Link>
                </li>
              ))}
            </ul>
          )
        )}
      </div>
      <RowsTable
        rows={rows}
        recordHref={(row) =>
          row.recordId && isThere(row.outcome) && record.status !== "undone"
            ? recordHref(actor, part.target, row.recordId)
            : null
        }
      />
      <Pager firstHref={after > 0 ? href() : undefined} nextHref={next ? href({ after: String(next) }) : undefined} />
    </Section>
  );
}
