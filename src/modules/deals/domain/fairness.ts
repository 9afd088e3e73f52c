/** What decisions are compared by. */
export const fairnessDimensions = ["region", "tier", "size", "reviewer"] as const;
export type FairnessDimension = (typeof fairnessDimensions)[number];

/** Registrations people decided that have something in common. */
export type DecidedGroup = {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly approved: number;
  /** Business minutes from submission to decision. */
  readonly medianMinutes: number;
};

export type Interval = { readonly low: number; readonly high: number };

export type JudgedGroup = DecidedGroup & {
  readonly rate: number;
  readonly interval: Interval;
  /** How it lies to the rate of all; null where chance explains it, or where the group is too small to be judged. */
  readonly apart: "above" | "below" | null;
  readonly small: boolean;
};

/** Fewer decisions than this say nothing about how a group is treated. */
export const fewestToJudge = 10;

const z95 = 1.959964;

/**
 * The 95% score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22, 1927, pages 209–212). It stays between 0 and 1, also when all or none
 * were approved; of nothing it is everything.
 */
export function wilson(successes: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const share = successes / count;
  const square = z95 ** 2 / count;
  const middle = (share + square / 2) / (1 + square);
  const reach = (z95 * Math.sqrt((share * (1 - share)) / count + square / (4 * count))) / (1 + square);
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - reach),
    high: successes === count ? 1 : Math.min(1, middle + reach),
  };
}

/** Judges each group by the rate of all: it stands apart only where its interval excludes that rate. The largest come first. */
export function judge(groups: readonly DecidedGroup[], all: Pick<DecidedGroup, "count" | "approved">): JudgedGroup[] {
  const overall = all.count === 0 ? 0 : all.approved / all.count;
  return groups
    .map((group) => {
      const interval = wilson(group.approved, group.count);
      const small = group.count < fewestToJudge;
      const apart = small ? null : sideOf(interval, overall);
      return { ...group, rate: group.approved / group.count, interval, small, apart };
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function sideOf({ low, high }: Interval, overall: number): JudgedGroup["apart"] {
  if (low > overall) return "above";
  return high < overall ? "below" : null;
}
