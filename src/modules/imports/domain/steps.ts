import type { ImportReport, ImportStatus } from "./report";

/** The screens of an import, in the order of the work. */
export const importSteps = ["columns", "questions", "check", "result"] as const;
export type ImportStep = (typeof importSteps)[number];

type Standing = { readonly status: ImportStatus; readonly report: ImportReport | null };

/** How many questions are open; a list that is too long to ask is one. */
export function openQuestions(report: ImportReport | null): number {
  return report ? report.questions.length + (report.moreQuestions > 0 ? 1 : 0) : 0;
}

/** The screens an import has now. Nothing can be said about one that was done. */
export function stepsOf({ status, report }: Standing): readonly ImportStep[] {
  if (status === "committed" || status === "undone") return ["result"];
  if (!report) return ["columns"];
  return openQuestions(report) > 0 ? ["columns", "questions", "check"] : ["columns", "check"];
}

/** The screen the address asks for where the import has it, else the one on which something can be done. */
export function stepAsked(standing: Standing, asked: string | undefined): ImportStep {
  const steps = stepsOf(standing);
  return steps.find((step) => step === asked) ?? steps.find((step) => step !== "columns") ?? "columns";
}
