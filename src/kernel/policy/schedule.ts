import { addBusinessDays, addBusinessMinutes, type BusinessCalendar } from "../calendar";
import { addDays, addMonths, dayOf, fiscalQuarter, fiscalYear, type PlainDate, startOfDay } from "../dates";
import { scopeOf } from "../policy";
import { holds, standsFor } from "./condition";
import {
  type ClockStage,
  type Effect,
  type Facts,
  type FactValue,
  type Hold,
  type PolicyBody,
  PolicyDefect,
} from "./language";

/** When a changed answer counts, and from when on the partner is warned of it. */
export type TakesEffect = {
  readonly direction: "up" | "down" | "none";
  readonly on: PlainDate;
  readonly warnOn: PlainDate | null;
};

/** The first day of the next period of a fiscal calendar, or the day itself where it is one. */
function periodFrom(day: PlainDate, at: Effect["at"], startMonth: number): PlainDate {
  if (at === "once") return day;
  const { from } = at === "year" || at === "half" ? fiscalYear(day, startMonth) : fiscalQuarter(day, startMonth);
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[at];
  let next = from;
  while (next < day) next = addMonths(next, months);
  return next;
}

function place(order: readonly FactValue[], answer: FactValue): number {
  const index = order.indexOf(answer);
  if (index < 0) throw new PolicyDefect(`${JSON.stringify(answer)} has no place in the order`);
  return index;
}

/**
 * When a new answer takes the place of the old one: after its days of grace, at the next period its hold names, and never before
 * the warning has had its time.
 */
export function takesEffect(
  hold: Hold,
  before: FactValue,
  after: FactValue,
  day: PlainDate,
  fiscalStartMonth: number,
): TakesEffect {
  const step = place(hold.order, after) - place(hold.order, before);
  if (step === 0) return { direction: "none", on: day, warnOn: null };
  const { at, after: grace = 0, warn } = step > 0 ? hold.up : hold.down;
  const on = periodFrom(addDays(day, Math.max(grace, warn ?? 0)), at, fiscalStartMonth);
  return { direction: step > 0 ? "up" : "down", on, warnOn: warn === undefined ? null : addDays(on, -warn) };
}

/** A stage as it is in one case: with its time as a number. */
export type CaseStage = Omit<ClockStage, "within" | "when"> & { readonly within: number };

/** The stages a clock has in a case, in their order; none where the policy has no such clock. */
export function stagesOf(body: PolicyBody, clock: string, facts: Facts): readonly CaseStage[] {
  const { clocks = {} } = body;
  const stages = Object.hasOwn(clocks, clock) ? clocks[clock] : undefined;
  if (!stages) return [];
  const scope = scopeOf(body, facts);
  return stages
    .filter(({ when }) => when === undefined || holds(when, scope))
    .map(({ id, who, within, unit, late }) => {
      const time = standsFor(within, scope);
      if (typeof time !== "number") throw new PolicyDefect(`the stage ${id} of the clock ${clock} has no time`);
      return { id, who, within: time, unit, late };
    });
}

/** The deadline of each stage of a clock, one after the other from its start. */
export function stageDeadlines(
  stages: readonly CaseStage[],
  start: Date,
  calendar: BusinessCalendar,
): { readonly id: string; readonly due: Date }[] {
  let from = start;
  return stages.map((stage) => {
    from = stageDeadline(stage, from, calendar);
    return { id: stage.id, due: from };
  });
}

/** When a stage is over that begins at a moment. */
export function stageDeadline({ within, unit }: CaseStage, from: Date, calendar: BusinessCalendar): Date {
  if (unit === "business_minutes") return addBusinessMinutes(calendar, from, within);
  if (unit === "business_days") return addBusinessDays(calendar, from, within);
  return startOfDay(addDays(dayOf(from, calendar.zone), within + 1), calendar.zone);
}
