/** What can be wrong with a policy, with the key of its sentence under `policy.lint` and of the way out under `policy.fix`. */
const names = {
  unknown_fact: "unknownFact",
  unknown_setting: "unknownSetting",
  type_mismatch: "typeMismatch",
  unit_mismatch: "unitMismatch",
  unknown_word: "unknownWord",
  empty_range: "emptyRange",
  inexact_bound: "inexactBound",
  impossible_count: "impossibleCount",
  duplicate_id: "duplicateId",
  duplicate_bound: "duplicateBound",
  ambiguous_bound: "ambiguousBound",
  missing_otherwise: "missingOtherwise",
  ignored_otherwise: "ignoredOtherwise",
  reserved_fact: "reservedFact",
  unreachable_row: "unreachableRow",
  impossible_row: "impossibleRow",
  overlap: "overlap",
  gap: "gap",
  unchecked_table: "uncheckedTable",
  circle: "circle",
  hidden_fact: "hiddenFact",
  bad_step: "badStep",
  no_bounds: "noBounds",
  out_of_bounds: "outOfBounds",
  settles_itself: "settlesItself",
  unknown_table: "unknownTable",
  incomplete_order: "incompleteOrder",
  empty_stage: "emptyStage",
  idle_clock: "idleClock",
  idle_stage: "idleStage",
  missing_table: "missingTable",
  missing_setting: "missingSetting",
} as const;

export type LintKind = keyof typeof names;

/** Something wrong with a policy before it meets a single fact. `message` is a key under `policy.lint`. */
export type LintFinding = {
  readonly kind: LintKind;
  /** Dotted path into the body: "rules.partner-active.pass", "tables.benefit.basis_points.rows.gold". */
  readonly where: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export function finding(kind: LintKind, where: string, params: LintFinding["params"] = {}): LintFinding {
  return { kind, where, message: `policy.lint.${names[kind]}`, params };
}

/** The key of the sentence that says how to put a finding right. */
export const fixOf = ({ kind }: Pick<LintFinding, "kind">): string => `policy.fix.${names[kind]}`;

/** A doubt does not keep a policy from being published; anything else does. */
export const isDoubt = ({ kind }: Pick<LintFinding, "kind">): boolean => kind === "gap";
