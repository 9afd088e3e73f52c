import { type Question, questionId } from "./answers";
import type { RowPlan } from "./plan";
import type { Problem } from "./preset";
import { nearest } from "./proposals";

type Unknown = { readonly field: string; readonly text: string; readonly line: number; rows: number };

// More different values than this means the wrong column, which no list of questions would show better.
const most = 200;

/** Collects the values nobody knows, over all rows, and asks about each once. */
export function watchUnknownValues() {
  const found = new Map<string, Unknown>();
  let others = 0;
  return {
    add(problems: readonly Problem[], line: number): void {
      for (const { reason, field, value } of problems) {
        if (reason !== "unknownValue" || field === null) continue;
        const id = questionId.value(field, value);
        const known = found.get(id);
        if (known) known.rows += 1;
        else if (found.size < most) found.set(id, { field, text: value, line, rows: 1 });
        else others += 1;
      }
    },
    /** Values beyond those that are asked about. */
    others: () => others,
    questions(plan: RowPlan): Question[] {
      return [...found].map(([id, { field, text, rows, line }]) => {
        const vocabulary = plan.fields.find((candidate) => candidate.field.key === field)?.vocabulary;
        const proposals = nearest(text, vocabulary?.known ?? []).map(({ key, label }) => ({ key, label }));
        return { kind: "value", id, field, text, rows, line, proposals };
      });
    },
  };
}

/** The answers that accept every proposal that stands alone; what has several, or none, stays a question. */
export function acceptedProposals(questions: readonly Question[]): Record<string, string> {
  const single = questions.flatMap((question) => {
    if (question.kind !== "value") return [];
    const [only, ...others] = question.proposals;
    return only && others.length === 0 ? [[question.id, only.key] as const] : [];
  });
  return Object.fromEntries(single);
}
