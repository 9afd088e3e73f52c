import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { DealEvent } from "./record-deal";

/** Something others did to one of the reader's deals. */
export type DealNews = DealEvent & { readonly dealId: string; readonly customer: string; readonly number: string };

const newsworthy = [
  "deal.approvedByRule",
  "deal.rejectedByRule",
  "deal.askedByRule",
  "deal.sentToReview",
  "deal.approved",
  "deal.rejected",
  "deal.returned",
  "deal.withdrawnUnanswered",
  "deal.escalated",
  "deal.expired",
  "deal.extendedByRule",
  "deal.extended",
  "deal.extensionDeclined",
  "deal.extensionLapsed",
  "deal.released",
  "deal.releasedByRule",
  "deal.inactivityWarned",
  "deal.milestoneWarned",
  "deal.revoked",
  "deal.winReported",
  "deal.winConfirmed",
  "deal.disputeUpheld",
  "deal.disputeOverturned",
  "deal.lost",
];

const looked = 40;

/** The newest thing others did to each of the latest deals: what the reader did is no news to them. */
export async function dealNews(tx: Tx, actor: PersonActor, most: number): Promise<DealNews[]> {
  const events = await tx.event.findMany({
    where: {
      subjectKind: "deal",
      type: { in: newsworthy },
      OR: [{ actorId: null }, { actorId: { not: actor.personId } }],
    },
    orderBy: [{ at: "desc" }, { sequence: "desc" }],
    take: looked,
    select: { id: true, at: true, type: true, actorName: true, actorSide: true, subjectId: true, data: true },
  });
  const newest = events.filter(
    (event, index) => events.findIndex(({ subjectId }) => subjectId === event.subjectId) === index,
  );
  const deals = await tx.deal.findMany({
    where: { id: { in: newest.map((event) => event.subjectId) } },
    select: { id: true, customerName: true, number: true },
  });
  const known = new Map(deals.map((deal) => [deal.id, deal]));
  return newest
    .flatMap(({ subjectId, actorName, data, ...event }) => {
      const deal = known.get(subjectId);
      if (!deal) return [];
      // Event data is flat by the type of an event draft.
      const flat = data as DealEvent["data"];
      return [
        { ...event, actor: actorName, data: flat, dealId: deal.id, customer: deal.customerName, number: deal.number },
      ];
    })
    .slice(0, most);
}
