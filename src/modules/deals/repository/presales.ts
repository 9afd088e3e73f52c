import type { Tx } from "@/server/db";
import type { PresalesKind } from "../domain/presales";

export type NewPresales = {
  readonly id: string;
  readonly dealId: string;
  readonly partnerId: string;
  readonly kind: PresalesKind;
  readonly ownerId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
};

/** Asks for help with a sale; false where some is on its way already. */
export async function insertPresales(tx: Tx, request: NewPresales): Promise<boolean> {
  const { count } = await tx.presalesRequest.createMany({ data: request, skipDuplicates: true });
  return count === 1;
}

/** The help that is on its way for a deal. */
export function openPresales(tx: Tx, dealId: string) {
  return tx.presalesRequest.findFirst({ where: { dealId, outcome: null }, select: { id: true, ownerId: true } });
}

/** Says that help was given; false when somebody else was faster. */
export async function closePresales(
  tx: Tx,
  id: string,
  answer: { readonly note: string; readonly closedAt: Date; readonly closedById: string },
): Promise<boolean> {
  const { count } = await tx.presalesRequest.updateMany({
    where: { id, outcome: null },
    data: { ...answer, outcome: "given" },
  });
  return count === 1;
}

/** Hands help that is on its way to somebody else. */
export async function reassignPresales(tx: Tx, id: string, ownerId: string): Promise<boolean> {
  const { count } = await tx.presalesRequest.updateMany({ where: { id, outcome: null }, data: { ownerId } });
  return count === 1;
}

/** A sale that is over needs no help any more. */
export async function lapsePresales(tx: Tx, dealId: string, now: Date): Promise<void> {
  await tx.presalesRequest.updateMany({ where: { dealId, outcome: null }, data: { outcome: "lapsed", closedAt: now } });
}
