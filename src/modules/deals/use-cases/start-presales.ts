import { addBusinessDays } from "@/kernel/calendar";
import type { PlainDate } from "@/kernel/dates";
import type { Evaluation, PolicyBody } from "@/kernel/policy";
import { findPartnerStanding } from "@/modules/partners/public";
import { personName } from "@/modules/people/public";
import { businessCalendar, startClock } from "@/server/clocks";
import type { EventDraft } from "@/server/events";
import type { Context } from "@/server/use-case";
import { clockKinds } from "../domain/clock";
import type { Deal } from "../domain/deal";
import { presalesOf } from "../domain/presales";
import { insertPresales } from "../repository/presales";
import { findReviewer } from "./find-reviewer";

type Ground = { readonly evaluation: Evaluation; readonly body: PolicyBody; readonly today: PlainDate };

/** The help an approval brings, with an owner and a due time that both sides read; nothing where the rules bring none. Runs as the system. */
export async function startPresales(
  { tx, now, newId }: Context,
  deal: Deal,
  { evaluation, body, today }: Ground,
): Promise<EventDraft[]> {
  const presales = presalesOf(evaluation, body);
  if (!presales) return [];
  const partner = await findPartnerStanding(tx, deal.partnerId);
  const ownerId = await findReviewer(tx, deal, partner?.channelManagerId ?? null, today);
  const dueAt = addBusinessDays(await businessCalendar(tx), now, presales.businessDays);
  const about = { dealId: deal.id, partnerId: deal.partnerId };
  if (!(await insertPresales(tx, { id: newId(), ...about, kind: presales.kind, ownerId, askedAt: now, dueAt })))
    return [];
  await startClock(tx, {
    id: newId(),
    subjectId: deal.id,
    partnerId: deal.partnerId,
    kind: clockKinds.presales,
    startedAt: now,
    dueAt,
    consequence: "escalate",
  });
  const owner = (await personName(tx, ownerId)) ?? "";
  return [
    {
      type: "deal.presalesStarted",
      subjectKind: "deal",
      subjectId: deal.id,
      partnerId: deal.partnerId,
      by: "system",
      data: { kind: presales.kind, owner },
    },
  ];
}
