/** What an installation needs before its first partner can register a deal, in the order in which it is best done. */
export const setupSteps = ["company", "money", "program", "regions", "productLines", "import", "pilot"] as const;
export type SetupStep = (typeof setupSteps)[number];

/** What was said about a step; `open` takes an earlier word back. */
export type SaidState = "done" | "skipped" | "open";
export type StepState = "done" | "skipped" | "open";

/** What is there already, by which a step is seen to be done. */
export type SetupFacts = {
  readonly hasLogo: boolean;
  readonly hasProgram: boolean;
  readonly regions: number;
  readonly productLines: number;
  readonly partners: number;
  readonly partnerPeople: number;
};

const seen: Readonly<Record<SetupStep, (facts: SetupFacts) => boolean>> = {
  company: ({ hasLogo }) => hasLogo,
  money: () => false,
  program: ({ hasProgram }) => hasProgram,
  regions: ({ regions }) => regions > 0,
  productLines: ({ productLines }) => productLines > 0,
  import: ({ partners }) => partners > 0,
  pilot: ({ partnerPeople }) => partnerPeople > 0,
};

export type Said = Partial<Readonly<Record<SetupStep, SaidState>>>;
export type StepOfSetup = { readonly step: SetupStep; readonly state: StepState };

/** The checklist: what is there counts as done whatever was said, so a step that was skipped and then done is done. */
export function checklist(facts: SetupFacts, said: Said): StepOfSetup[] {
  return setupSteps.map((step) => ({ step, state: seen[step](facts) ? "done" : (said[step] ?? "open") }));
}

/** The step to go on with: the first that is neither done nor skipped. */
export function nextStep(steps: readonly StepOfSetup[]): SetupStep | null {
  return steps.find(({ state }) => state === "open")?.step ?? null;
}

/** Whether a partner can register: rules to decide by, something to register, and somebody who may. */
export function canRegister({ hasProgram, productLines, partnerPeople }: SetupFacts): boolean {
  return hasProgram && productLines > 0 && partnerPeople > 0;
}
