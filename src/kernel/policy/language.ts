/** What a fact is: how its values are written, compared and put into words. Amounts are minor units of the reporting currency. */
export type FactType = "number" | "money" | "boolean" | "text" | "date" | "days" | "score" | "share" | "points";

/** A fact a module promises to supply. `audience` vendor keeps its value from partners. */
export type FactDeclaration = {
  readonly id: string;
  readonly type: FactType;
  readonly label: string;
  readonly audience: "all" | "vendor";
  /** What is counted: "certificates". Facts of different units are not added up or compared. */
  readonly unit?: string;
  /** All values a text can have. */
  readonly values?: readonly string[];
  /** The smallest and largest value there can be. */
  readonly least?: number;
  readonly most?: number;
  /** Never unknown. */
  readonly known?: boolean;
};

export type FactValue = number | string | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** A literal, or the name of what stands for it: a setting, a fact or a calculated value. */
export type Reference = { readonly setting: string } | { readonly fact: string };
export type Operand = FactValue | Reference;

export type Comparison = "eq" | "ne" | "lt" | "lte" | "gt" | "gte";

export type Leaf =
  | { readonly fact: string; readonly is: Comparison; readonly value: Operand }
  | { readonly fact: string; readonly in: readonly FactValue[] }
  /** Half-open: from ≤ fact < to. */
  | { readonly fact: string; readonly from?: number; readonly to?: number };

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** So many of them hold, whichever. */
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | Leaf;

export type Verdict = "approve" | "review" | "ask" | "reject";

export type LocalText = Readonly<{ en: string } & Partial<Record<string, string>>>;

/** A number that counts towards another: `most` caps it before it is multiplied. */
export type Term = { readonly of: string | Reference; readonly times?: number; readonly most?: number };

/** Points for what holds, or for every full `each` of a fact. */
export type Points =
  | { readonly id: string; readonly when: Condition; readonly points: number }
  | {
      readonly id: string;
      readonly per: string;
      readonly each: number;
      readonly points: number;
      readonly most?: number;
    };

/** A number worked out from facts; nothing where one of them is unknown, unless `otherwise` says what then. */
export type Calculation =
  /** Counts and amounts put together, each up to its cap, together up to `most`. */
  | { readonly sum: readonly Term[]; readonly most?: number }
  /** Hundredths of a percent; `otherwise` stands for a division by zero. Rounded down unless it says up. */
  | {
      readonly ratio: string | Reference;
      readonly of: string | Reference;
      readonly round?: "down" | "up";
      readonly most?: number;
      readonly otherwise?: number;
    }
  | { readonly points: readonly Points[]; readonly most?: number }
  /** The step a number has reached: each begins where the one before ends. Below the first it is `otherwise`. */
  | {
      readonly bands: string;
      readonly steps: readonly { readonly from: number; readonly then: number }[];
      readonly otherwise?: number;
    }
  /** The place among those with the same `within`, the largest first; equals share the better place. */
  | { readonly rank: string; readonly within?: string; readonly as: "position" | "share" };

/** Something that must hold, and what follows where it does not. */
export type PolicyRule = {
  readonly id: string;
  readonly title: LocalText;
  readonly appliesWhen?: Condition;
  readonly pass: Condition;
  readonly otherwise: Exclude<Verdict, "approve">;
  /** The sentence a partner reads where the rule fails. */
  readonly because: LocalText;
  /** The coded reason of a decision that this rule forces. */
  readonly reason?: string;
};

/** `first` takes the first row that holds, `unique` the only one; the others take all of them. */
export type HitPolicy = "first" | "unique" | "collect" | "sum" | "highest" | "lowest";

export type TableRow = { readonly id: string; readonly when: Condition; readonly then: Operand };

/** A decision table in the sense of DMN. */
export type DecisionTable = {
  readonly hit: HitPolicy;
  readonly rows: readonly TableRow[];
  readonly otherwise?: FactValue;
  readonly title?: LocalText;
};

export type Setting = number | string | boolean;

/** Other settings for some cases: a region, a country, a kind of partner. Only settings with bounds may be set. */
export type Override = {
  readonly id: string;
  readonly title: LocalText;
  readonly when: Condition;
  readonly set: Readonly<Record<string, Setting>>;
};

/** How far an override may go: between two numbers, both included, or one of a list. */
export type Bounds = { readonly least: number; readonly most: number } | { readonly oneOf: readonly Setting[] };

/** When a new answer of a table replaces the old one. */
export type Hold = {
  /** Answers from the lowest to the highest. */
  readonly order: readonly FactValue[];
  readonly up: Effect;
  readonly down: Effect;
};
export type Effect = {
  /** At once, or on the first day of the next period of the fiscal calendar. */
  readonly at: "once" | "month" | "quarter" | "half" | "year";
  /** Days that have to pass before. */
  readonly after?: number;
  /** Days before it takes effect on which the partner is told. */
  readonly warn?: number;
};

/** A deadline in stages: who has how long, one after the other, and what follows when a stage is late. */
export type ClockStage = {
  readonly id: string;
  readonly who: string;
  /** A literal, or the setting that says it. */
  readonly within: number | { readonly setting: string };
  readonly unit: "business_minutes" | "business_days" | "days";
  readonly late: "escalate" | "approve" | "reject" | "withdraw" | "release" | "remind";
  /** Cases without it have no such stage. */
  readonly when?: Condition;
};

export type PolicyBody = {
  readonly rules: readonly PolicyRule[];
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly settings: Readonly<Record<string, Setting>>;
  readonly values?: Readonly<Record<string, Calculation>>;
  readonly bounds?: Readonly<Record<string, Bounds>>;
  readonly overrides?: readonly Override[];
  readonly holds?: Readonly<Record<string, Hold>>;
  readonly clocks?: Readonly<Record<string, readonly ClockStage[]>>;
};

export type Bound = FactValue | readonly FactValue[] | { readonly from?: number; readonly to?: number };

/** One comparison that was made. */
export type FactTest = {
  readonly fact: string;
  readonly actual: FactValue;
  readonly is: Comparison | "in" | "range";
  readonly bound: Bound;
  readonly holds: boolean;
  /** Where the bound came from, unless it was written out. */
  readonly by?: Reference;
};

export type RuleTrace = {
  readonly rule: string;
  readonly result: "pass" | "fail" | "not_applicable";
  readonly verdict: Verdict;
  readonly tests: readonly FactTest[];
};

export type Evaluation = {
  readonly verdict: Verdict;
  readonly rules: readonly RuleTrace[];
  readonly outputs: Readonly<Record<string, FactValue | readonly FactValue[]>>;
  /** Table → ids of the rows that were hit. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** What was calculated, where the policy calculates. */
  readonly values?: Readonly<Record<string, FactValue>>;
  /** Ids of the overrides that applied, where there are any. */
  readonly overrides?: readonly string[];
};

/** What a module that decides by a kind of policy reads out of it: numbers from tables and settings, and the clocks it runs. */
export type PolicyContract = {
  readonly kind: string;
  readonly facts: readonly FactDeclaration[];
  readonly tables: readonly string[];
  readonly settings: readonly string[];
  /** By name: who can have a stage, and what can follow when one is late. */
  readonly clocks: Readonly<
    Record<string, { readonly who: readonly string[]; readonly late: readonly ClockStage["late"][] }>
  >;
};

/** A rule asks for a fact nobody supplied, or a table has no single answer: lint should have refused the policy. */
export class PolicyDefect extends Error {}
