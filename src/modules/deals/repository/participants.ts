import type { PlainDate } from "@/kernel/dates";
import { known } from "@/server/columns";
import type { Tx } from "@/server/db";
import { participantRoles } from "../domain/deal";
import { type Participation, type ParticipationStatus, participationStatuses } from "../domain/participant";

const stateColumns = {
  id: true,
  dealId: true,
  leadId: true,
  leadName: true,
  partnerId: true,
  partnerName: true,
  role: true,
  status: true,
  ownerId: true,
} as const;

type StateRow = Omit<Participation, "role" | "status"> & { readonly role: string; readonly status: string };

const stateOf = (row: StateRow): Participation => ({
  ...row,
  role: known(participantRoles, row.role),
  status: known(participationStatuses, row.status),
});

/** The state of a participation the actor can see, or null. */
export async function findParticipation(tx: Tx, id: string): Promise<Participation | null> {
  const row = await tx.dealParticipant.findUnique({ where: { id }, select: stateColumns });
  return row && stateOf(row);
}

/** Who takes part in a deal or is asked to, beside the partner that registered it, in the order in which they were asked. */
export async function standingParticipants(tx: Tx, dealId: string): Promise<Participation[]> {
  const rows = await tx.dealParticipant.findMany({
    where: { dealId, status: { in: ["invited", "accepted"] } },
    orderBy: { position: "asc" },
    select: stateColumns,
  });
  return rows.map(stateOf);
}

/** A company as others on a deal may know it. */
export type KnownPartner = { readonly id: string; readonly name: string };

/** The one active partner that goes by exactly this name, web domain or address of one of its people. Only the system may ask. */
export async function partnerKnownAs(tx: Tx, typed: string): Promise<KnownPartner | null> {
  const rows = await tx.$queryRaw<KnownPartner[]>`select id, name from entente.partner_known_as(${typed})`;
  return rows[0] ?? null;
}

/** What a company of the program is called, as far as the actor sees it. */
export async function tradingName(tx: Tx, partnerId: string): Promise<string> {
  const row = await tx.partner.findUniqueOrThrow({ where: { id: partnerId }, select: { tradingName: true } });
  return row.tradingName;
}

type NewParticipation = Omit<Participation, "status" | "ownerId"> & {
  readonly message: string;
  readonly invitedById: string;
  readonly invitedByName: string;
  readonly invitedAt: Date;
};

/** Asks a partner to take part, after all who were asked before; false where it or its role is on the deal already. */
export async function insertParticipation(tx: Tx, entry: NewParticipation): Promise<boolean> {
  const { _max } = await tx.dealParticipant.aggregate({ where: { dealId: entry.dealId }, _max: { position: true } });
  const { count } = await tx.dealParticipant.createMany({
    data: { ...entry, position: (_max.position ?? 1) + 1 },
    skipDuplicates: true,
  });
  return count === 1;
}

type Move =
  | { readonly status: "accepted"; readonly acceptedAt: Date; readonly ownerId: string; readonly ownerName: string }
  | {
      readonly status: Exclude<ParticipationStatus, "invited" | "accepted">;
      readonly reason?: string;
      readonly note?: string;
      readonly endedAt: Date;
      readonly endedById: string;
      readonly endedByName: string;
    };

/** Moves a participation from the state it was read in; false when somebody else was faster. */
export async function moveParticipation(tx: Tx, entry: Participation, move: Move): Promise<boolean> {
  const { count } = await tx.dealParticipant.updateMany({
    where: { id: entry.id, status: entry.status },
    data: move,
  });
  return count === 1;
}

/** Keeps a deal as it is until the transaction ends, so that it is not decided or ended meanwhile. Only the system may. */
export async function keepDeal(tx: Tx, dealId: string): Promise<void> {
  await tx.$queryRaw`select id from deal where id = ${dealId}::uuid for share`;
}

/** Ends the protection of a participant with a day; the others of the deal keep theirs. Only the system may. */
export async function endParticipantProtection(tx: Tx, participantId: string, until: PlainDate): Promise<void> {
  await tx.$executeRaw`
    update protection set period = daterange(lower(period), greatest(lower(period) + 1, ${until}::date))
    where participant_id = ${participantId}::uuid and upper(period) > ${until}::date`;
}

/** Moves the ends of the participants' protections with the end of the deal's, where nobody else holds the days. */
export async function lengthenParticipants(
  tx: Tx,
  dealId: string,
  oldUntil: PlainDate,
  until: PlainDate,
): Promise<void> {
  await tx.$executeRaw`select entente.extend_participants(${dealId}::uuid, ${oldUntil}::date, ${until}::date)`;
}
