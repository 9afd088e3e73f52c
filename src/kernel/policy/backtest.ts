import { evaluate } from "../policy";
import { type Evaluation, type Facts, type PolicyBody, PolicyDefect, type Verdict } from "./language";

/** A case that was decided: what it was decided on, how, and what it belongs to (region, tier, outcome). */
export type DecidedCase = {
  readonly id: string;
  readonly facts: Facts;
  readonly evaluation: Pick<Evaluation, "verdict" | "outputs">;
  /** In minor units of the reporting currency; null where it is not known. */
  readonly amount: number | null;
  readonly groups: Readonly<Record<string, string>>;
};

/** A case that a draft would have treated in another way. */
export type Flip = {
  readonly id: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly amount: number | null;
  readonly groups: Readonly<Record<string, string>>;
  /** Answers of tables that would have been others. */
  readonly outputs: readonly string[];
};

export type GroupCount = { readonly cases: number; readonly flips: number; readonly amount: number };

export type Backtest = {
  readonly cases: number;
  readonly same: number;
  readonly flips: readonly Flip[];
  /** Cases the draft cannot answer, because a fact it asks was not known when they were decided. */
  readonly unanswered: readonly string[];
  /** "from → to" → how many, and how much. */
  readonly moves: Readonly<Record<string, GroupCount>>;
  /** Kind of group → group → how many cases, how many of them flip, and the money of those. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, GroupCount>>>>;
};

const none: GroupCount = { cases: 0, flips: 0, amount: 0 };

function count(before: GroupCount | undefined, flip: Flip | null): GroupCount {
  const { cases, flips, amount } = before ?? none;
  return { cases: cases + 1, flips: flips + (flip ? 1 : 0), amount: amount + (flip?.amount ?? 0) };
}

function judge(draft: PolicyBody, decided: DecidedCase): Flip | null | "unanswered" {
  try {
    const { verdict, outputs } = evaluate(draft, decided.facts);
    const before = decided.evaluation.outputs;
    const names = [...new Set([...Object.keys(outputs), ...Object.keys(before)])];
    const others = names.filter((name) => JSON.stringify(outputs[name]) !== JSON.stringify(before[name]));
    if (verdict === decided.evaluation.verdict && others.length === 0) return null;
    const { id, amount, groups } = decided;
    return { id, from: decided.evaluation.verdict, to: verdict, amount, groups, outputs: others };
  } catch (error) {
    if (error instanceof PolicyDefect) return "unanswered";
    throw error;
  }
}

/**
 * Decided cases as a version would have left them: so that a draft is compared with the rules in force, not with those of long ago.
 * A case that version cannot answer stays as it was decided.
 */
export function decidedBy(body: PolicyBody, cases: readonly DecidedCase[]): DecidedCase[] {
  return cases.map((decided) => {
    try {
      return { ...decided, evaluation: evaluate(body, decided.facts) };
    } catch (error) {
      if (error instanceof PolicyDefect) return decided;
      throw error;
    }
  });
}

/** Judges decided cases by a draft: which would have come out otherwise, by group and with the money in them. Changes nothing. */
export function backtest(draft: PolicyBody, cases: Iterable<DecidedCase>): Backtest {
  const flips: Flip[] = [];
  const unanswered: string[] = [];
  const moves: Record<string, GroupCount> = {};
  const groups: Record<string, Record<string, GroupCount>> = {};
  let total = 0;
  for (const decided of cases) {
    total += 1;
    const judged = judge(draft, decided);
    if (judged === "unanswered") {
      unanswered.push(decided.id);
      continue;
    }
    if (judged) {
      flips.push(judged);
      const move = `${judged.from} → ${judged.to}`;
      moves[move] = count(moves[move], judged);
    }
    for (const [kind, group] of Object.entries(decided.groups)) {
      groups[kind] ??= {};
      const counts = groups[kind];
      counts[group] = count(counts[group], judged);
    }
  }
  return { cases: total, same: total - flips.length - unanswered.length, flips, unanswered, moves, groups };
}
