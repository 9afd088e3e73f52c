import { installation } from "@/server/exchange";
import type { Context } from "@/server/use-case";
import { type Answers, answersOf, ofPart, type Question } from "../domain/answers";
import { planRows, type RowPlan } from "../domain/plan";
import type { TypedRow } from "../domain/preset";
import { type ImportReport, type PartQuestion, type PartReport, unusedByAll } from "../domain/report";
import { acceptedProposals } from "../domain/unknown-values";
import { outcomesOf, reasonsOf, ruledOf, totalsOf } from "../repository/figures";
import type { StoredImport, StoredPart } from "../repository/imports";
import { type Remembered, remembered } from "../repository/mappings";
import { noteProgress } from "../repository/progress";
import { resolvePart } from "../repository/resolve";
import type { Completion, ImportDefinition, ImportPart, PartAtWork } from "../repository/target";
import { vocabulariesFor } from "../repository/vocabularies";
import { targetsOf } from "./definitions";
import { signatureOf } from "./signature";
import { understandRows } from "./understand-rows";

export type CheckChoices = {
  readonly answers: Answers;
  readonly acceptProposals: boolean;
  readonly onDuplicate: "skip" | "update";
};

/** What is the same for all parts of an import while it is worked on. */
export async function workOn(context: Context, importId: string, dryRun: boolean): Promise<Omit<PartAtWork, "part">> {
  const { zone, reportingCurrency } = await installation(context.tx);
  const personId = context.actor.kind === "person" ? context.actor.personId : null;
  return { importId, now: context.now, personId, zone, reportingCurrency, dryRun };
}

/** A part as it is understood: by what plan, with what is still to be asked. */
type Understood = {
  readonly plan: RowPlan;
  readonly questions: readonly Question[];
  readonly more: number;
  readonly accepted: Answers;
  readonly completion: Completion | null;
  readonly before: Remembered | null;
};

/** Checks all parts in order, each with what those before it bring. Returns the answers with the proposals that were accepted. */
export async function checkParts(
  context: Context,
  stored: StoredImport,
  definition: ImportDefinition,
  { answers, acceptProposals, onDuplicate }: CheckChoices,
): Promise<{ report: ImportReport; answers: Answers }> {
  const { tx } = context;
  const work = await workOn(context, stored.id, true);
  const targets = targetsOf(definition);
  const total = stored.parts.reduce((sum, { rows }) => sum + rows, 0);
  const reports: PartReport[] = [];
  const questions: PartQuestion[] = [];
  let given = answers;
  let more = 0;
  let done = 0;
  let rules: ImportReport["rules"] = null;
  for (const part of definition.parts) {
    const file = partOf(stored, part);
    const atWork = { ...work, part: part.preset.id };
    const progress = (rows: number) => noteProgress(stored.id, "check", done + rows, total);
    const idOf = (id: string) => (definition.parts.length > 1 ? ofPart(part.preset.id, id) : id);
    const understood = await understandPart(context, atWork, stored.preset, part, file, {
      given,
      acceptProposals,
      progress,
      targets,
    });
    const accepted = Object.entries(understood.accepted).map(([id, value]) => [idOf(id), value] as const);
    given = { ...given, ...Object.fromEntries(accepted) };
    await resolvePart(tx, atWork, part, targets, onDuplicate);
    done += file.rows;
    questions.push(
      ...understood.questions.map((question) => ({ ...question, id: idOf(question.id), part: part.preset.id })),
    );
    more += understood.more;
    rules ??= understood.completion?.rules ?? null;
    reports.push(await reportPart(context, stored.id, part, file, understood));
  }
  return { report: { questions, moreQuestions: more, parts: unusedByAll(reports), rules }, answers: given };
}

/** The stored file of a part. An import is read with the parts its preset has. */
export function partOf(stored: StoredImport, { preset }: ImportPart): StoredPart {
  const found = stored.parts.find(({ part }) => part === preset.id);
  if (!found) throw new Error(`the import ${stored.id} has no part ${preset.id}`);
  return found;
}

type Details = {
  readonly given: Answers;
  readonly acceptProposals: boolean;
  readonly progress: (rows: number) => Promise<void>;
  readonly targets: ReturnType<typeof targetsOf>;
};

async function understandPart(
  { tx }: Context,
  work: PartAtWork,
  presetName: string,
  part: ImportPart,
  file: StoredPart,
  { given, acceptProposals, progress, targets }: Details,
): Promise<Understood> {
  const { preset } = part;
  const vocabularies = await vocabulariesFor(tx, work.importId, part, targets);
  const before = await remembered(tx, presetName, preset.id, signatureOf(file.profiles));
  const completion = (await part.prepare?.(tx, work)) ?? null;
  const read = async (answers: Answers) => {
    const plan = planRows(preset, file.profiles, before?.columns ?? {}, answers, vocabularies);
    const unknown = await understandRows(tx, work, preset, plan, completion, progress);
    return { plan, questions: [...plan.questions, ...unknown.questions(plan)], more: unknown.others() };
  };
  const answers = { ...before?.values, ...answersOf(preset.id, given) };
  const first = await read(answers);
  const accepted = acceptProposals ? acceptedProposals(first.questions) : {};
  const last = Object.keys(accepted).length > 0 ? await read({ ...answers, ...accepted }) : first;
  return { ...last, accepted, completion, before };
}

async function reportPart(
  { tx }: Context,
  importId: string,
  part: ImportPart,
  file: StoredPart,
  { plan, before }: Understood,
): Promise<PartReport> {
  const { preset } = part;
  const { mapping, unused } = plan.columns;
  return {
    part: preset.id,
    target: file.target,
    file: file.fileName,
    encoding: file.encoding,
    delimiter: file.delimiter,
    headerLine: file.headerLine,
    rows: file.rows,
    blank: file.blank,
    outcomes: await outcomesOf(tx, importId, preset.id),
    ...(await reasonsOf(tx, importId, preset.id)),
    byRule: await ruledOf(tx, importId, preset.id),
    totals: await totalsOf(tx, importId, part),
    headers: plan.headers,
    mapping,
    remembered: before !== null,
    unusedColumns: unused.map((index) => plan.headers[index] || `#${index + 1}`),
    fixed: { ...preset.fixed, ...fixedCurrencies(plan) },
    made: preset.made ?? [],
  };
}

function fixedCurrencies({ fields }: RowPlan): TypedRow {
  const entries = fields.flatMap(({ field, column, currency }) =>
    column !== null && currency && "fixed" in currency ? [[`${field.key} in`, currency.fixed] as const] : [],
  );
  return Object.fromEntries(entries);
}
