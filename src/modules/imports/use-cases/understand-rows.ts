import type { Tx } from "@/server/db";
import { describeRow } from "../domain/described-row";
import type { RowPlan } from "../domain/plan";
import type { Preset, Problem, RowProblem } from "../domain/preset";
import { type ReadRow, readRow } from "../domain/row";
import { watchUnknownValues } from "../domain/unknown-values";
import { eachStagedBatch, saveReadRows } from "../repository/staging";
import type { Completion, PartAtWork } from "../repository/target";

/** Reads the rows of a part by a plan, completes them, and keeps what they mean; tells which values nobody knows. */
export async function understandRows(
  tx: Tx,
  { importId, part }: PartAtWork,
  preset: Preset,
  plan: RowPlan,
  completion: Completion | null,
  progress: (rows: number) => Promise<void>,
) {
  const unknown = watchUnknownValues();
  let done = 0;
  await eachStagedBatch(tx, importId, part, async (batch) => {
    const read = batch.map(({ cells }) => readRow(preset, plan, cells));
    for (const [index, row] of batch.entries()) unknown.add(read[index]?.problems ?? [], row.line);
    const completed: readonly WholeRow[] = completion ? await completeRows(completion, plan, read) : read;
    const rows = batch.flatMap(({ id }, index) => {
      const row = completed[index];
      return row ? [{ id, ...describeRow(preset, row) }] : [];
    });
    await saveReadRows(tx, rows);
    done += batch.length;
    await progress(done);
  });
  return unknown;
}

type WholeRow = ReadRow & { readonly more?: Readonly<Record<string, unknown>> };

const isSound = ({ problems }: ReadRow) => problems.every(({ severity }) => severity === "warning");

/** Completes the rows that could be read; what could not has its problem already. */
async function completeRows(
  completion: Completion,
  plan: RowPlan,
  rows: readonly ReadRow[],
): Promise<readonly WholeRow[]> {
  const completed = await completion.complete(rows.filter(isSound).map(({ values }) => values));
  const answers = completed.values();
  return rows.map((row) => {
    if (!isSound(row)) return row;
    const { value } = answers.next();
    if (!value) throw new Error("a row was not completed");
    const found = value.problems.map((problem) => asProblem(problem, plan));
    return {
      values: value.values,
      problems: [...row.problems, ...found],
      more: { ...value.more, byRule: value.byRule },
    };
  });
}

function asProblem({ field, reason, severity = "error" }: RowProblem, plan: RowPlan): Problem {
  const column = plan.fields.find((candidate) => candidate.field.key === field)?.column ?? null;
  return { field, reason, severity, column: column === null ? null : (plan.headers[column] ?? null), value: "" };
}
