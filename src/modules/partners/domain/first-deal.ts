import { daysBetween, type PlainDate } from "@/kernel/dates";
import { type CurveStep, dayOfShare, type Observation, reachCurve } from "@/kernel/survival";

/** A partner that signed, and the day of its first confirmed win, if it has one. */
export type SignedPartner = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly signedOn: PlainDate;
  readonly firstWinOn: PlainDate | null;
};

export type FirstDealTime = {
  readonly partners: readonly (SignedPartner & { readonly days: number })[];
  readonly observations: readonly Observation[];
  readonly curve: readonly CurveStep[];
  /** By which day half of them have a first deal; null while fewer have. */
  readonly halfBy: number | null;
  readonly notYet: number;
  /** MET-09a: the plain mean over those that have one, in days; null while none has. */
  readonly mean: number | null;
};

/**
 * Time from agreement to first confirmed win, as known on a day. Partners without a win count for the days they have had so far
 * and are not dropped. A win from before the agreement counts as day 0.
 */
export function firstDealTime(signed: readonly SignedPartner[], asOf: PlainDate): FirstDealTime {
  const partners = signed.map((partner) => ({
    ...partner,
    days: Math.max(0, daysBetween(partner.signedOn, partner.firstWinOn ?? asOf)),
  }));
  const observations = partners.map(({ days, firstWinOn }) => ({ days, reached: firstWinOn !== null }));
  const curve = reachCurve(observations);
  const there = observations.filter(({ reached }) => reached);
  return {
    partners,
    observations,
    curve,
    halfBy: dayOfShare(curve, 0.5),
    notYet: observations.length - there.length,
    mean: there.length === 0 ? null : there.reduce((sum, { days }) => sum + days, 0) / there.length,
  };
}
