import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import { toPlainDate } from "@/server/clocks";
import { known, moneyFrom } from "@/server/columns";
import type { Tx } from "@/server/db";
import { mayAnswer, mayLeave, mayRemove, mayTakeBack } from "../access";
import { type Deal, type DealStage, type DealStatus, dealStages, dealStatuses, participantRoles } from "../domain/deal";
import { type Participation, type ParticipationStatus, participationStatuses } from "../domain/participant";
import { lastDay } from "../domain/protection";

/** Another partner on a deal, as the partner that registered it and the vendor see it. */
export type Participant = {
  readonly id: string;
  /** The partner that registered is the first. */
  readonly position: number;
  readonly partner: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly status: ParticipationStatus;
  readonly message: string;
  readonly invited: { readonly by: string; readonly at: Date };
  readonly joined: { readonly by: string; readonly at: Date } | null;
  readonly ended: {
    readonly by: string;
    readonly at: Date;
    readonly reason: string | null;
    readonly note: string;
  } | null;
  readonly can: { readonly withdraw: boolean; readonly remove: boolean };
};

/** Everybody who was asked to take part in a deal, in that order. */
export async function participantsOf(
  tx: Tx,
  actor: PersonActor,
  deal: Parameters<typeof mayTakeBack>[1] & Pick<Deal, "id">,
): Promise<Participant[]> {
  const rows = await tx.dealParticipant.findMany({ where: { dealId: deal.id }, orderBy: { position: "asc" } });
  return rows.map((row) => {
    const status = known(participationStatuses, row.status);
    const entry: Participation = { ...row, status, role: known(participantRoles, row.role) };
    return {
      id: row.id,
      position: row.position,
      partner: { id: row.partnerId, name: row.partnerName },
      role: row.role,
      status,
      message: row.message,
      invited: { by: row.invitedByName, at: row.invitedAt },
      joined: row.acceptedAt && { by: row.ownerName ?? "", at: row.acceptedAt },
      ended: row.endedAt && { by: row.endedByName ?? "", at: row.endedAt, reason: row.reason, note: row.note },
      can: { withdraw: mayTakeBack(actor, deal, entry), remove: mayRemove(actor, entry) },
    };
  });
}

/** A deal of another partner that the reader's company takes part in, or is asked to. */
export type JointDeal = {
  readonly id: string;
  readonly status: "invited" | "accepted";
  readonly role: string;
  readonly lead: string;
  readonly message: string;
  readonly invited: { readonly by: string; readonly at: Date };
  readonly joined: { readonly by: string; readonly at: Date } | null;
  readonly productLine: string;
  /** Whether it can still be joined. */
  readonly isOpen: boolean;
  /** Only after the reader's company consented. */
  readonly sale: {
    readonly number: string;
    readonly customer: string;
    readonly country: string;
    readonly dealType: string;
    readonly amount: Money | null;
    readonly stage: DealStage;
    readonly status: DealStatus;
    readonly expectedClose: PlainDate | null;
    readonly owner: string;
    /** The last protected day of the reader's own role. */
    readonly protectedThrough: PlainDate | null;
  } | null;
  readonly can: { readonly answer: boolean; readonly leave: boolean };
};

export const jointDealRowSchema = z.object({
  id: z.string(),
  deal_id: z.string(),
  lead_id: z.string(),
  lead_name: z.string(),
  partner_id: z.string(),
  partner_name: z.string(),
  role: z.enum(participantRoles),
  joining: z.enum(["invited", "accepted"]),
  message: z.string(),
  invited_by_name: z.string(),
  invited_at: z.date(),
  owner_id: z.string().nullable(),
  owner_name: z.string().nullable(),
  accepted_at: z.date().nullable(),
  is_open: z.boolean(),
  product_line: z.string().nullable(),
  number: z.string().nullable(),
  customer: z.string().nullable(),
  country: z.string().nullable(),
  deal_type: z.string().nullable(),
  amount: z.bigint().nullable(),
  currency: z.string().nullable(),
  stage: z.enum(dealStages).nullable(),
  status: z.enum(dealStatuses).nullable(),
  expected_close: z.date().nullable(),
  owner: z.string().nullable(),
  own_protected_until: z.date().nullable(),
});
type JointDealRow = z.infer<typeof jointDealRowSchema>;

const most = 200;

/** The deals of others that the reader's company takes part in or is asked to, the questions first. */
export async function jointDeals(tx: Tx, actor: PersonActor, only?: string): Promise<JointDeal[]> {
  if (!actor.partnerId) return [];
  const rows = await tx.$queryRaw<JointDealRow[]>`
    select p.id, p.deal_id, p.lead_id, p.lead_name, p.partner_id, p.partner_name, p.role, p.status as joining, p.message, p.invited_by_name,
      p.invited_at, p.owner_id, p.owner_name, p.accepted_at, d.is_open, d.product_line, d.number, d.customer, d.country, d.deal_type,
      d.amount, d.currency, d.stage, d.status, d.expected_close, d.owner, d.own_protected_until
    from deal_participant p cross join lateral entente.joint_deal(p.id) d
    where p.partner_id = ${actor.partnerId}::uuid and p.status in ('invited', 'accepted') and p.id = coalesce(${only ?? null}::uuid, p.id)
    order by p.status desc, p.invited_at desc, p.id limit ${most}`;
  return rows.map((row) => jointDealOf(actor, row));
}

/** How many there are: asked of the reader's company, and joined by it. */
export async function countJointDeals(tx: Tx, actor: PersonActor): Promise<{ invited: number; joined: number }> {
  if (!actor.partnerId) return { invited: 0, joined: 0 };
  const groups = await tx.dealParticipant.groupBy({
    by: ["status"],
    where: { partnerId: actor.partnerId, status: { in: ["invited", "accepted"] } },
    _count: true,
  });
  const of = (status: string) => groups.find((group) => group.status === status)?._count ?? 0;
  return { invited: of("invited"), joined: of("accepted") };
}

/** One of them; null where it is none of the reader's company, or not any more. */
export async function jointDeal(tx: Tx, actor: PersonActor, id: string): Promise<JointDeal | null> {
  // An address can hold anything; what is no id names no participation.
  if (!z.uuid().safeParse(id).success) return null;
  return (await jointDeals(tx, actor, id))[0] ?? null;
}

/** A partner on a deal, by its place: the one that registered it is the first. */
export type JointPartner = { readonly place: number; readonly name: string; readonly role: string };

export const jointPartnerRowSchema = z.object({
  place: z.number(),
  name: z.string(),
  role: z.enum(participantRoles),
});

/** Who takes part in a deal that the reader's company takes part in. */
export function jointPartners(tx: Tx, id: string): Promise<JointPartner[]> {
  return tx.$queryRaw<JointPartner[]>`select place, name, role from entente.joint_partners(${id}::uuid)`;
}

function jointDealOf(actor: PersonActor, row: JointDealRow): JointDeal {
  const entry: Participation = {
    id: row.id,
    dealId: row.deal_id,
    leadId: row.lead_id,
    leadName: row.lead_name,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    role: row.role,
    status: row.joining,
    ownerId: row.owner_id,
  };
  return {
    id: row.id,
    status: row.joining,
    role: row.role,
    lead: row.lead_name,
    message: row.message,
    invited: { by: row.invited_by_name, at: row.invited_at },
    joined: row.accepted_at && { by: row.owner_name ?? "", at: row.accepted_at },
    productLine: row.product_line ?? "",
    isOpen: row.is_open,
    sale: saleOf(row),
    can: { answer: mayAnswer(actor, entry) && row.is_open, leave: mayLeave(actor, entry) },
  };
}

function saleOf(row: JointDealRow): JointDeal["sale"] {
  if (row.number === null || row.stage === null || row.status === null) return null;
  return {
    number: row.number,
    customer: row.customer ?? "",
    country: row.country ?? "",
    dealType: row.deal_type ?? "",
    amount: moneyFrom(row.amount, row.currency),
    stage: row.stage,
    status: row.status,
    expectedClose: row.expected_close && toPlainDate(row.expected_close),
    owner: row.owner ?? "",
    protectedThrough: row.own_protected_until && lastDay({ until: toPlainDate(row.own_protected_until) }),
  };
}
