import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { known } from "@/server/columns";
import type { Tx } from "@/server/db";
import { mayGivePresales } from "../access";
import { type PresalesKind, presalesKinds } from "../domain/presales";
import { peopleNames } from "./people-names";

/** Help with a sale, as both sides read it. */
export type PresalesHelp = {
  readonly kind: PresalesKind;
  readonly owner: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly given: { readonly at: Date; readonly by: string; readonly note: string } | null;
  readonly mayGive: boolean;
};

/** The newest help an approval of a deal brought; null where none was, or the sale was over before. */
export async function presalesHelp(tx: Tx, actor: PersonActor, dealId: string): Promise<PresalesHelp | null> {
  const row = await tx.presalesRequest.findFirst({
    where: { dealId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
  if (!row || row.outcome === "lapsed") return null;
  const names = await peopleNames(tx, [row.ownerId, row.closedById]);
  return {
    kind: known(presalesKinds, row.kind),
    owner: names.get(row.ownerId) ?? "",
    askedAt: row.askedAt,
    dueAt: row.dueAt,
    given: row.closedAt && { at: row.closedAt, by: names.get(row.closedById ?? "") ?? "", note: row.note },
    mayGive: row.outcome === null && mayGivePresales(actor, row),
  };
}

/** When each help the actor owes is due, by deal; the most urgent first. */
export async function presalesToGive(tx: Tx, actor: PersonActor, most: number): Promise<ReadonlyMap<string, Date>> {
  if (!can(actor, "deal.decide")) return new Map();
  const rows = await tx.presalesRequest.findMany({
    where: { outcome: null, ownerId: actor.personId },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: most,
    select: { dealId: true, dueAt: true },
  });
  return new Map(rows.map(({ dealId, dueAt }) => [dealId, dueAt]));
}
