import type { Tx } from "@/server/db";
import type { DisputeOutcome } from "../domain/reasons";

/** A dispute that nobody has judged yet. */
export type OpenDispute = {
  readonly id: string;
  readonly ownerId: string;
  readonly openedById: string;
  readonly firstDeciderId: string | null;
};

export type NewDispute = OpenDispute & {
  /** The partner reads who judges it, and may not know the people of the vendor otherwise. */
  readonly ownerName: string;
  readonly dealId: string;
  readonly partnerId: string;
  readonly decisionId: string;
  readonly openedAt: Date;
  readonly statement: string;
  readonly dueAt: Date;
};

/** The newest rejection of a deal: the decision that can be disputed, and who took it; the rules where it was nobody. */
export function rejectionOf(tx: Tx, dealId: string): Promise<{ id: string; deciderId: string | null } | null> {
  return tx.decision.findFirst({
    where: { subjectId: dealId, outcome: "rejected" },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    select: { id: true, deciderId: true },
  });
}

/** Writes a dispute; false where the decision was disputed before. */
export async function insertDispute(tx: Tx, dispute: NewDispute): Promise<boolean> {
  const { count } = await tx.dealDispute.createMany({ data: dispute, skipDuplicates: true });
  return count === 1;
}

/** The dispute about a deal that waits for somebody; the database allows one. */
export function openDispute(tx: Tx, dealId: string): Promise<OpenDispute | null> {
  return tx.dealDispute.findFirst({
    where: { dealId, status: "open" },
    select: { id: true, ownerId: true, openedById: true, firstDeciderId: true },
  });
}

type Closing = {
  readonly status: DisputeOutcome | "withdrawn";
  readonly reason?: string;
  readonly note?: string;
  readonly closedAt: Date;
  readonly closedById: string;
  readonly closedByName: string;
};

/** Closes an open dispute; false when somebody else was faster. */
export async function closeDispute(tx: Tx, id: string, closing: Closing): Promise<boolean> {
  const { count } = await tx.dealDispute.updateMany({ where: { id, status: "open" }, data: closing });
  return count === 1;
}

/** Hands an open dispute to somebody else; false when it was judged or handed on in between. */
export async function reassignDispute(
  tx: Tx,
  { id, ownerId: from }: OpenDispute,
  ownerId: string,
  ownerName: string,
): Promise<boolean> {
  const where = { id, ownerId: from, status: "open" };
  const { count } = await tx.dealDispute.updateMany({ where, data: { ownerId, ownerName } });
  return count === 1;
}
