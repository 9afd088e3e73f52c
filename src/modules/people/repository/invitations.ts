import type { Role } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { linkParts } from "../domain/invitation";

export type NewInvitation = {
  readonly id: string;
  readonly partnerId: string | null;
  readonly regionId: string | null;
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly locale: string;
  readonly zone: string;
  readonly invitedById: string;
  readonly createdAt: Date;
  readonly sentAt: Date;
  readonly expiresAt: Date;
};

const open = { acceptedAt: null, withdrawnAt: null } as const;

/** Writes an invitation; false where the address has an open one there already. */
export async function insertInvitation(tx: Tx, { roles, ...invitation }: NewInvitation): Promise<boolean> {
  const { count } = await tx.invitation.createMany({
    data: [{ ...invitation, roles: [...roles] }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** An invitation as far as the reader may see it. */
export function findInvitation(tx: Tx, id: string) {
  return tx.invitation.findUnique({ where: { id } });
}

/** The invitation a link names, with whom it brings together; null where the link is an older mail's, or none of ours. */
export async function invitationBehind(tx: Tx, value: string) {
  const parts = linkParts(value);
  if (!parts) return null;
  return tx.invitation.findUnique({
    where: parts,
    include: { partner: { select: { tradingName: true } }, invitedBy: { select: { name: true } } },
  });
}

/** Counts up the mails of an open invitation; null where it is none any more. */
export async function countMail(tx: Tx, id: string, number: number, times: { sentAt: Date; expiresAt: Date }) {
  const { count } = await tx.invitation.updateMany({
    where: { id, number, ...open },
    data: { ...times, number: number + 1 },
  });
  return count === 1;
}

/** Takes an open invitation back. */
export async function withdrawOpen(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { id, ...open }, data: { withdrawnAt: now } });
  return count === 1;
}

/** Uses an open invitation up; true for exactly one caller. */
export async function acceptOpen(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...open, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: personId },
  });
  return count === 1;
}
