import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { mayDecideDispute, mayDispute } from "../access";
import type { Deal } from "../domain/deal";
import { isIndependent } from "../domain/dispute";
import { rejectionOf } from "../repository/disputes";
import { decidersOf } from "../repository/revocations";
import { peopleNames } from "./people-names";

type Subject = Pick<Deal, "id" | "partnerId" | "policyVersionId"> & Parameters<typeof mayDispute>[1];

/** The newest dispute about a deal, as both sides read it. */
export type Dispute = {
  readonly status: string;
  readonly statement: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly owner: string;
  readonly dueAt: Date;
  readonly closed: { readonly at: Date; readonly by: string } | null;
  readonly reason: string | null;
  readonly note: string;
  readonly can: { readonly withdraw: boolean; readonly decide: boolean };
  /** Who has it, and to whom the reader may give it; null where that is not for the reader. */
  readonly assign: { readonly fromId: string; readonly judges: readonly Judge[] } | null;
};

/** Somebody who may decide and took no part. */
export type Judge = { readonly id: string; readonly name: string };

/** The dispute about a deal; null where it was never disputed. */
export async function disputeOf(tx: Tx, actor: PersonActor, deal: Subject): Promise<Dispute | null> {
  const row = await tx.dealDispute.findFirst({
    where: { dealId: deal.id },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
  });
  if (!row) return null;
  const names = await peopleNames(tx, [row.openedById]);
  const isOpen = row.status === "open";
  return {
    status: row.status,
    statement: row.statement,
    openedBy: names.get(row.openedById) ?? "",
    openedAt: row.openedAt,
    owner: row.ownerName,
    dueAt: row.dueAt,
    closed: row.closedAt && { at: row.closedAt, by: row.closedByName ?? "" },
    reason: row.reason,
    note: row.note,
    can: { withdraw: isOpen && mayDispute(actor, deal), decide: isOpen && mayDecideDispute(actor, deal, row) },
    assign:
      isOpen && can(actor, "dispute.assign") ? { fromId: row.ownerId, judges: await judgesOf(tx, deal, row) } : null,
  };
}

type Judged = { readonly ownerId: string; readonly firstDeciderId: string | null; readonly openedById: string };

async function judgesOf(tx: Tx, deal: Subject, dispute: Judged): Promise<Judge[]> {
  const others = (await decidersOf(tx, deal.partnerId)).filter(
    (id) => id !== dispute.ownerId && isIndependent(id, deal, dispute),
  );
  const judges = [...(await peopleNames(tx, others))].map(([id, name]) => ({ id, name }));
  return judges.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Whether the actor may dispute a decision about a deal now: each rejection once, unless the dispute was withdrawn. */
export async function mayOpenDispute(tx: Tx, actor: PersonActor, deal: Subject): Promise<boolean> {
  if (!mayDispute(actor, deal) || deal.policyVersionId === null) return false;
  const decision = await rejectionOf(tx, deal.id);
  if (!decision) return false;
  const before = await tx.dealDispute.count({ where: { decisionId: decision.id, status: { not: "withdrawn" } } });
  return before === 0;
}

/** The deals whose dispute waits for somebody or for whom they stand in for, with the time they have. */
export async function disputesToJudge(
  tx: Tx,
  actor: PersonActor,
  owners: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, Date>> {
  if (!can(actor, "deal.decide")) return new Map();
  const rows = await tx.dealDispute.findMany({
    where: {
      status: "open",
      ownerId: { in: [...owners] },
      OR: [{ firstDeciderId: null }, { firstDeciderId: { not: actor.personId } }],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: most,
    select: { dealId: true, dueAt: true },
  });
  return new Map(rows.map(({ dealId, dueAt }) => [dealId, dueAt]));
}
