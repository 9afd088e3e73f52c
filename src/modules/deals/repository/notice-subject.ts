import { dayOf } from "@/kernel/dates";
import { coversOn, peopleWithRole } from "@/modules/people/public";
import { toPlainDate } from "@/server/clocks";
import { moneyFrom } from "@/server/columns";
import type { Tx } from "@/server/db";
import { installation } from "@/server/exchange";
import type { DealRelation, ToldDeal } from "../domain/notices";
import { lastDay } from "../domain/protection";
import { revocationDeciders } from "../domain/revocation";
import { openPresales } from "./presales";
import { decidersOf } from "./revocations";

const columns = {
  id: true,
  number: true,
  customerName: true,
  partnerId: true,
  ownerId: true,
  createdById: true,
  reviewerId: true,
  amount: true,
  currency: true,
  wonAmount: true,
  wonCurrency: true,
  dueAt: true,
  protectedUntil: true,
  partner: { select: { tradingName: true, channelManagerId: true } },
  productLine: { select: { name: true } },
} as const;

/** Who runs a company's part of the program. */
async function adminsOf(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { partnerId, role: "partner_admin", endedAt: null },
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

export type NoticeSubject = {
  readonly deal: ToldDeal;
  /** The people of a relation to it, read when they are asked for. */
  readonly people: (relation: DealRelation) => Promise<readonly string[]>;
};

/** A registration as those are told of it whom an event concerns. */
export async function noticeSubject(tx: Tx, id: string, now: Date): Promise<NoticeSubject | null> {
  const row = await tx.deal.findUnique({ where: { id }, select: columns });
  if (!row) return null;
  const extension = await tx.dealExtension.findFirst({
    where: { dealId: id, outcome: null },
    select: { reviewerId: true, dueAt: true },
  });
  const dispute = await tx.dealDispute.findFirst({
    where: { dealId: id },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    select: { ownerId: true, dueAt: true, status: true },
  });
  const manager = row.partner.channelManagerId;
  const people: Record<DealRelation, () => Promise<readonly (string | null)[]>> = {
    owner: async () => [row.ownerId],
    admin: () => adminsOf(tx, row.partnerId),
    reviewer: async () => [row.reviewerId],
    extensionReviewer: async () => [extension?.reviewerId ?? null],
    presalesOwner: async () => [(await openPresales(tx, id))?.ownerId ?? null],
    manager: async () => [manager],
    cover: async () => {
      const today = dayOf(now, (await installation(tx)).zone);
      return (await coversOn(tx, today)).filter(({ personId }) => personId === manager).map(({ coverId }) => coverId);
    },
    finance: () => peopleWithRole(tx, "finance"),
    secondPerson: async () => {
      const asker = await newestAsker(tx, id);
      return asker === null ? [] : revocationDeciders(await decidersOf(tx, row.partnerId), row, asker);
    },
    disputeOwner: async () => [dispute?.ownerId ?? null],
    asker: async () => [await newestAsker(tx, id)],
  };
  return {
    deal: {
      number: row.number,
      customer: row.customerName || row.number,
      partner: row.partner.tradingName,
      product: row.productLine?.name ?? null,
      amount: moneyFrom(row.amount, row.currency),
      won: moneyFrom(row.wonAmount, row.wonCurrency),
      dueAt: (dispute?.status === "open" ? dispute.dueAt : extension?.dueAt) ?? row.dueAt,
      protectedThrough: row.protectedUntil && lastDay({ until: toPlainDate(row.protectedUntil) }),
    },
    people: async (relation) => (await people[relation]()).filter((person) => person !== null),
  };
}

/** A participation as those of the partner that was asked are told of it. */
export async function participationSubject(tx: Tx, id: string) {
  const row = await tx.dealParticipant.findUnique({
    where: { id },
    select: {
      partnerId: true,
      partnerName: true,
      leadName: true,
      ownerId: true,
      deal: { select: { productLine: { select: { name: true } } } },
    },
  });
  return (
    row && {
      participantOwner: row.ownerId ? [row.ownerId] : [],
      participantAdmin: await adminsOf(tx, row.partnerId),
      told: { lead: row.leadName, partner: row.partnerName, product: row.deal.productLine?.name ?? null },
    }
  );
}

/** Who asked last to take the protection of a deal back. */
async function newestAsker(tx: Tx, dealId: string): Promise<string | null> {
  const ask = await tx.dealRevocation.findFirst({
    where: { dealId },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: { askedById: true },
  });
  return ask?.askedById ?? null;
}

/** What happened to a deal right before: the first half of the same news, where one thing follows from another. */
export async function typeBefore(tx: Tx, dealId: string, sequence: bigint): Promise<string | null> {
  const before = await tx.event.findFirst({
    where: { subjectId: dealId, sequence: { lt: sequence } },
    orderBy: { sequence: "desc" },
    select: { type: true },
  });
  return before?.type ?? null;
}
