import { businessMinutesBetween } from "@/kernel/calendar";
import { type CaseStage, stageDeadline } from "@/kernel/policy/schedule";
import { businessCalendar, startClock } from "@/server/clocks";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";

/** Since when a deadline runs as a whole, and when the stage before ended. */
type Since = { readonly startedAt: Date; readonly from: Date };

/** Starts the clock of one stage of a deadline; gives when it is due. */
export async function startStage(
  { tx, newId }: Pick<Context, "tx" | "newId">,
  deal: Pick<Deal, "id" | "partnerId">,
  kind: string,
  stage: CaseStage,
  { startedAt, from }: Since,
): Promise<Date> {
  const calendar = await businessCalendar(tx, deal.partnerId);
  const dueAt = stageDeadline(stage, from, calendar);
  await startClock(tx, {
    id: newId(),
    subjectId: deal.id,
    partnerId: deal.partnerId,
    kind,
    startedAt,
    dueAt,
    budgetMinutes: businessMinutesBetween(calendar, startedAt, dueAt),
    ...(stage.id === "" ? {} : { stage: stage.id }),
    consequence: stage.late,
  });
  return dueAt;
}
