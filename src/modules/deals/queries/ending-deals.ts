import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import { known } from "@/server/columns";
import type { Tx } from "@/server/db";
import { mayExtend } from "../access";
import { type DealStage, type DealStatus, dealStages, dealStatuses } from "../domain/deal";
import { lastDay } from "../domain/protection";

/** What is known about the end of a protection beside its day. */
export type Ending = {
  readonly version: number;
  /** How often it was extended. */
  readonly granted: number;
  /** A longer protection somebody asked for that waits for an answer. */
  readonly asked: {
    readonly by: string;
    readonly through: PlainDate;
    readonly reason: string;
    readonly note: string;
    readonly dueAt: Date | null;
  } | null;
  readonly mayExtend: boolean;
};

const columns = {
  id: true,
  version: true,
  status: true,
  stage: true,
  ownerId: true,
  createdById: true,
  reviewerId: true,
  winReportedAt: true,
  winReportedById: true,
  winConfirmedAt: true,
} as const;

/** The ends of protections, by deal; three queries, however many deals. */
export async function endingsOf(
  tx: Tx,
  actor: PersonActor,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, Ending>> {
  const ids = [...dealIds];
  const deals = await tx.deal.findMany({ where: { id: { in: ids } }, select: columns });
  const extensions = await tx.dealExtension.findMany({
    where: { dealId: { in: ids }, OR: [{ outcome: null }, { outcome: "granted" }] },
    select: {
      dealId: true,
      outcome: true,
      askedById: true,
      reviewerId: true,
      wantedUntil: true,
      reason: true,
      note: true,
      dueAt: true,
    },
  });
  const askers = extensions.flatMap(({ outcome, askedById }) => (outcome === null && askedById ? [askedById] : []));
  const people = await tx.person.findMany({ where: { id: { in: askers } }, select: { id: true, name: true } });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    deals.map(({ version, ...row }) => {
      const status: DealStatus = known(dealStatuses, row.status);
      const stage: DealStage = known(dealStages, row.stage);
      const own = extensions.filter(({ dealId }) => dealId === row.id);
      const open = own.find(({ outcome }) => outcome === null) ?? null;
      const ending = {
        version,
        granted: own.filter(({ outcome }) => outcome === "granted").length,
        asked: open && {
          by: nameOf.get(open.askedById ?? "") ?? "",
          through: lastDay({ until: toPlainDate(open.wantedUntil) }),
          reason: open.reason,
          note: open.note,
          dueAt: open.dueAt,
        },
        mayExtend: mayExtend(actor, { ...row, status, stage }, open),
      };
      return [row.id, ending] as const;
    }),
  );
}
