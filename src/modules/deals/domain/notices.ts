import { isPlainDate, type PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import type { NoticeKind, NoticeRule } from "@/modules/notices/domain/notice";
import { given, type Param, type Params } from "@/modules/notices/domain/params";

/** How somebody is related to a registration. `asker` and `secondPerson` are those of a revocation. */
export type DealRelation =
  | "owner"
  | "admin"
  | "reviewer"
  | "extensionReviewer"
  | "presalesOwner"
  | "manager"
  | "cover"
  | "finance"
  | "secondPerson"
  | "asker"
  | "disputeOwner";

/** What people can ask to be told of, or not. Admins hear of their colleagues once a day unless they want it otherwise. */
export const dealNoticeKinds = [
  { id: "deal.review", roles: ["channel_manager", "program_owner"], mail: "at_once" },
  { id: "deal.escalation", roles: ["program_owner"], mail: "at_once" },
  { id: "deal.winToConfirm", roles: ["channel_manager", "finance"], mail: "at_once" },
  { id: "deal.revocation", roles: ["channel_manager", "program_owner"], mail: "at_once" },
  { id: "deal.dispute", roles: ["channel_manager", "program_owner"], mail: "at_once" },
  {
    id: "deal.presales",
    roles: ["channel_manager", "program_owner", "partner_sales", "partner_admin"],
    mail: "at_once",
  },
  { id: "deal.breach", roles: ["channel_manager"], mail: "at_once" },
  { id: "deal.release", roles: ["channel_manager"], mail: "digest" },
  { id: "deal.decision", roles: ["partner_sales", "partner_admin"], mail: "at_once" },
  { id: "deal.question", roles: ["partner_sales", "partner_admin"], mail: "at_once" },
  { id: "deal.protection", roles: ["partner_sales", "partner_admin"], mail: "at_once" },
  { id: "deal.win", roles: ["partner_sales", "partner_admin"], mail: "at_once" },
  { id: "deal.joint", roles: ["partner_sales", "partner_admin"], mail: "at_once" },
  { id: "deal.company", roles: ["partner_admin"], mail: "digest" },
] as const satisfies readonly NoticeKind[];

type KindId = (typeof dealNoticeKinds)[number]["id"];
type Rule = NoticeRule<DealRelation>;

const one = (who: DealRelation, kind: KindId, shows: readonly string[]): Rule => ({ tells: [{ who, kind }], shows });

const partner = (kind: KindId, shows: readonly string[], ...more: Rule["tells"]): Rule => ({
  tells: [{ who: "owner", kind }, { who: "admin", kind: "deal.company" }, ...more],
  shows,
});

const managers = (kind: KindId, shows: readonly string[], ...more: Rule["tells"]): Rule => ({
  tells: [{ who: "manager", kind }, { who: "cover", kind }, ...more],
  shows,
});

const forReview = ["number", "partner", "product", "amount", "reason", "due"];
const granted = ["number", "product", "amount", "through", "benefit"];
const disputed = ["number", "partner", "product", "amount"];
const joint = ["number", "participant", "role", "product"];
const refused = ["number", "product", "amount", "reason"];

/** Whom each event of a registration concerns. What is not named concerns nobody. */
export const dealNoticeRules: Readonly<Record<string, Rule>> = {
  "deal.sentToReview": one("reviewer", "deal.review", forReview),
  "deal.answered": one("reviewer", "deal.review", forReview),
  "deal.escalated": one("reviewer", "deal.escalation", forReview),
  "deal.reviewReminded": one("reviewer", "deal.review", forReview),
  "deal.extensionSentToReview": one("extensionReviewer", "deal.review", [...forReview, "until"]),
  "deal.handedOver": one("reviewer", "deal.review", forReview),
  "deal.extensionHandedOver": one("extensionReviewer", "deal.review", [...forReview, "until"]),
  "deal.extensionEscalated": one("extensionReviewer", "deal.escalation", [...forReview, "until"]),
  "deal.approved": partner("deal.decision", granted),
  "deal.approvedByRule": partner("deal.decision", ["reason", ...granted]),
  "deal.rejected": partner("deal.decision", refused),
  "deal.rejectedByRule": partner("deal.decision", refused),
  "deal.returned": partner("deal.question", ["number", "product", "answerBy"]),
  "deal.askedByRule": partner("deal.question", ["number", "product", "reason", "answerBy"]),
  "deal.withdrawnUnanswered": partner("deal.question", ["number", "product", "amount"]),
  "deal.extended": partner("deal.protection", ["number", "product", "through"]),
  "deal.extendedByRule": partner("deal.protection", ["number", "product", "through"]),
  "deal.extensionDeclined": partner("deal.protection", ["number", "product", "reason", "until"]),
  "deal.protectionEnding": partner("deal.protection", ["number", "product", "amount", "ended"]),
  "deal.inactivityWarned": partner("deal.protection", ["number", "product", "amount", "ended"]),
  "deal.milestoneWarned": partner("deal.protection", ["number", "product", "amount", "ended"]),
  "deal.releasedByRule": partner("deal.protection", ["number", "product", "reason", "ended"], {
    who: "manager",
    kind: "deal.release",
  }),
  "deal.expired": partner("deal.protection", ["number", "product", "until"]),
  "deal.revoked": partner("deal.protection", ["number", "product", "reason", "ended"], {
    who: "asker",
    kind: "deal.revocation",
  }),
  "deal.winReported": managers("deal.winToConfirm", ["number", "partner", "won", "wonOn", "order"], {
    who: "finance",
    kind: "deal.winToConfirm",
  }),
  "deal.winConfirmed": one("owner", "deal.win", ["number", "product", "won", "wonOn"]),
  "deal.winConfirmedByOrder": one("owner", "deal.win", ["number", "product", "won", "wonOn", "order"]),
  "deal.released": managers("deal.release", ["number", "partner", "reason", "ended"]),
  "deal.presalesStarted": one("presalesOwner", "deal.presales", ["number", "partner", "product", "amount"]),
  "deal.presalesEscalated": one("presalesOwner", "deal.presales", ["number", "partner", "product", "amount"]),
  "deal.presalesGiven": one("owner", "deal.presales", ["number", "product"]),
  "deal.breachFound": managers("deal.breach", ["number", "partner", "seller", "reason", "until"]),
  "deal.disputeOpened": one("disputeOwner", "deal.dispute", [...disputed, "due"]),
  "deal.disputeEscalated": one("disputeOwner", "deal.escalation", [...disputed, "due"]),
  "deal.disputeAssigned": one("disputeOwner", "deal.dispute", [...disputed, "due"]),
  "deal.disputeWithdrawn": one("disputeOwner", "deal.dispute", disputed),
  "deal.disputeUpheld": partner("deal.decision", refused),
  "deal.disputeOverturned": partner("deal.decision", ["reason", ...granted]),
  "deal.partnerJoined": partner("deal.joint", joint),
  "deal.partnerDeclined": partner("deal.joint", [...joint, "reason"]),
  "deal.partnerLeft": partner("deal.joint", [...joint, "reason"]),
  "deal.partnerRemoved": partner("deal.joint", [...joint, "reason"]),
  "deal.revocationAsked": one("secondPerson", "deal.revocation", ["number", "partner", "reason", "until"]),
  "deal.revocationDeclined": one("asker", "deal.revocation", ["number", "partner", "until"]),
};

/** Who is told of what happens to a participation at the partner that was asked; what it does itself it knows. */
export type ParticipationRelation = "participantOwner" | "participantAdmin";

const asked = (shows: readonly string[]): NoticeRule<ParticipationRelation> => ({
  tells: [
    { who: "participantOwner", kind: "deal.joint" },
    { who: "participantAdmin", kind: "deal.joint" },
  ],
  shows,
});

export const participationNoticeRules: Readonly<Record<string, NoticeRule<ParticipationRelation>>> = {
  "participation.invited": asked(["lead", "role", "product"]),
  "participation.withdrawn": asked(["lead", "role", "product"]),
  "participation.removed": asked(["lead", "role", "product", "reason"]),
};

/** What the words about a participation need. */
export function participationNoticeParams(
  { actorName, data }: Happened,
  { lead, partner, product }: { readonly lead: string; readonly partner: string; readonly product: string | null },
): Params {
  return given({ lead, partner, product, actor: actorName, ...ofParticipant(data) });
}

/** In which role and why, of a partner on a deal. */
function ofParticipant(data: Happened["data"]): Record<string, Param | null> {
  const [role, reason] = [text(data.role), text(data.reason)];
  return {
    role: role && { key: `deals.role.${role}` },
    reason: reason && { key: `deals.participationReason.${reason}` },
    quote: text(data.note),
  };
}

/** A registration as far as the words about it go. */
export type ToldDeal = {
  readonly number: string;
  readonly customer: string;
  readonly partner: string;
  readonly product: string | null;
  readonly amount: Money | null;
  readonly won: Money | null;
  readonly dueAt: Date | null;
  /** The last protected day. */
  readonly protectedThrough: PlainDate | null;
};

type Happened = {
  readonly type: string;
  readonly actorName: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

// Where the coded reasons of an event are put into words; of all others they are reasons of a decision.
const vocabularies: Readonly<Record<string, string>> = {
  "deal.released": "releaseReason",
  "deal.breachFound": "goOnReason",
  "deal.revocationAsked": "revocationCause",
  "deal.revoked": "revocationCause",
  "deal.disputeUpheld": "disputeReason",
  "deal.disputeOverturned": "disputeReason",
  "deal.extended": "extensionReason",
  "deal.extensionDeclined": "declineReason",
};

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const day = (value: unknown): Param | null => {
  const written = text(value);
  return written && isPlainDate(written) ? { day: written } : null;
};

/** What the words about an event of a registration need. */
export function dealNoticeParams({ type, actorName, data }: Happened, deal: ToldDeal): Params {
  const reason = text(data.reason);
  const participant = text(data.partner);
  if (participant) {
    const { number, customer, partner, product } = deal;
    return given({ number, customer, partner, product, participant, actor: actorName, ...ofParticipant(data) });
  }
  return given({
    number: deal.number,
    customer: deal.customer,
    partner: deal.partner,
    actor: actorName,
    product: deal.product,
    amount: deal.amount,
    reason: reason && { key: `deals.${vocabularies[type] ?? "reason"}.${reason}` },
    due: deal.dueAt && { at: deal.dueAt.toISOString() },
    answerBy: deal.dueAt && { at: deal.dueAt.toISOString() },
    through: day(data.protectedThrough),
    until: deal.protectedThrough && { day: deal.protectedThrough },
    ended: day(data.endsOn),
    benefit: typeof data.benefitBasisPoints === "number" ? { basisPoints: data.benefitBasisPoints } : null,
    won: deal.won,
    wonOn: day(data.wonOn),
    order: text(data.orderReference),
    seller: text(data.seller),
    quote: text(data.note) ?? text(data.question) ?? text(data.answer),
  });
}
