/** How long somebody has been watched, in days, and whether what is waited for has happened by then. */
export type Observation = { readonly days: number; readonly reached: boolean };

/** A step of the curve: from this day on `share` of all have reached it, with a 95% band. */
export type CurveStep = {
  readonly day: number;
  /** Watched until this day and not there before. */
  readonly atRisk: number;
  readonly reached: number;
  /** 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
};

const z95 = 1.959964;

/**
 * The share that has reached something by a day, when some are still on their way: who is watched for a shorter time counts for
 * that time, and is not dropped. One minus the product-limit estimate (Kaplan and Meier, 1958); the band is Greenwood's variance
 * (1926) on the log-minus-log scale, so that it stays between 0 and 1.
 */
export function reachCurve(observations: readonly Observation[]): CurveStep[] {
  const days = [...new Set(observations.filter(({ reached }) => reached).map(({ days }) => days))].sort(
    (a, b) => a - b,
  );
  let waiting = 1;
  let greenwood = 0;
  return days.map((day) => {
    const atRisk = observations.filter((one) => one.days >= day).length;
    const reached = observations.filter((one) => one.reached && one.days === day).length;
    waiting *= 1 - reached / atRisk;
    greenwood += reached / (atRisk * (atRisk - reached));
    return { day, atRisk, reached, share: 1 - waiting, ...bandOf(waiting, greenwood) };
  });
}

function bandOf(waiting: number, greenwood: number): { low: number; high: number } {
  // Once everybody is there, or nobody, there is nothing left to be uncertain about.
  if (waiting <= 0 || waiting >= 1) return { low: 1 - waiting, high: 1 - waiting };
  const log = Math.log(waiting);
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(log));
  return { low: 1 - Math.exp(log / spread), high: 1 - Math.exp(log * spread) };
}

/** The first day on which a share has reached it; null while it is not reached. */
export function dayOfShare(curve: readonly CurveStep[], share: number): number | null {
  // Shares are products of ratios: a half may come out a hair below 0.5.
  return curve.find((step) => step.share >= share - 1e-9)?.day ?? null;
}

/** How many are still watched and not there at the beginning of a day. */
export function atRiskOn(observations: readonly Observation[], day: number): number {
  return observations.filter((one) => one.days >= day).length;
}
