import { can, scopeOf } from "@/kernel/access";
import type { Actor, PersonActor } from "@/kernel/actor";
import { canMove } from "@/kernel/workflow";
import { type Deal, isOpen, moverOf, registration } from "./domain/deal";
import { type Disputed, isIndependent } from "./domain/dispute";
import { isStanding, joinable, type Participation } from "./domain/participant";

type Facts = Pick<
  Deal,
  "status" | "stage" | "ownerId" | "createdById" | "reviewerId" | "winReportedAt" | "winReportedById" | "winConfirmedAt"
> & { readonly reviewerRole?: string | null };

type ExtensionAsked = { readonly askedById: string | null; readonly reviewerId: string | null };

/** Row-level security decides whether a deal can be seen; these say what may be done to one that is. */
function mayWrite(actor: Actor, deal: Pick<Facts, "ownerId">, permission: "deal.register" | "deal.report"): boolean {
  if (actor.kind !== "person" || !can(actor, permission)) return false;
  return scopeOf(actor, permission) !== "own" || deal.ownerId === actor.personId;
}

/** Edit and submit: a draft, or a registration that was sent back with a question; not where the sale is over, as of one imported. */
export function mayEdit(actor: Actor, deal: Facts): boolean {
  const isUndecided = deal.status === "draft" || deal.status === "needs_info";
  return isUndecided && isOpen(deal) && mayWrite(actor, deal, "deal.register");
}

export function mayWithdraw(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    isOpen(deal) &&
    mayWrite(actor, deal, "deal.register") &&
    canMove(registration, deal.status, "withdrawn", moverOf(actor.side))
  );
}

const ended: readonly Deal["status"][] = ["rejected", "withdrawn", "expired", "released"];

/** The partner registers a deal again that ended without a win: the registration, or the sale behind it. */
export function mayCopy(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    actor.side === "partner" &&
    (ended.includes(deal.status) || (deal.status === "approved" && deal.stage === "lost")) &&
    deal.stage !== "won" &&
    mayWrite(actor, deal, "deal.register")
  );
}

/** A partner gives up a protection of its own while the sale is open. */
export function mayRelease(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    mayWrite(actor, deal, "deal.register") &&
    canMove(registration, deal.status, "released", moverOf(actor.side)) &&
    isOpen(deal)
  );
}

/** Whether a case waits for somebody: for themselves, or for whom they stand in for today. */
function isReviewer(actor: PersonActor, reviewerId: string | null | undefined): boolean {
  return (
    Boolean(reviewerId) && (reviewerId === actor.personId || (actor.standsInFor ?? []).includes(String(reviewerId)))
  );
}

/**
 * Nobody decides their own entry; a program owner decides what was escalated to them or what they cover, and alone what the rules
 * put above the limit of a channel manager.
 */
export function mayDecide(actor: Actor, deal: Facts): boolean {
  if (actor.kind !== "person" || deal.status !== "in_review" || !can(actor, "deal.decide")) return false;
  if (deal.ownerId === actor.personId || deal.createdById === actor.personId) return false;
  if (deal.reviewerRole && !actor.roles.some((role) => role === deal.reviewerRole)) return false;
  return actor.roles.includes("channel_manager") || isReviewer(actor, deal.reviewerId);
}

/** The partner disputes a rejection by the rules of this installation; whether it was disputed before is counted beforehand. */
export function mayDispute(actor: Actor, deal: Facts): boolean {
  const isPartner = actor.kind === "person" && actor.side === "partner";
  return isPartner && deal.status === "rejected" && mayWrite(actor, deal, "deal.register");
}

/** Judging a dispute is for its owner and the channel managers in whose care the partner is, never for who took part. */
export function mayDecideDispute(actor: Actor, deal: Facts, dispute: Disputed & { readonly ownerId: string }): boolean {
  if (actor.kind !== "person" || deal.status !== "rejected" || !can(actor, "deal.decide")) return false;
  if (!isIndependent(actor.personId, deal, dispute)) return false;
  return actor.roles.includes("channel_manager") || isReviewer(actor, dispute.ownerId);
}

function isRevocable(deal: Facts): boolean {
  const isOver = deal.stage === "lost" || deal.winConfirmedAt !== null;
  return canMove(registration, deal.status, "revoked", "vendor") && !isOver;
}

/** A channel manager wants the protection of a partner in care taken back; never of an entry of their own. */
export function mayAskRevocation(actor: Actor, deal: Facts): boolean {
  if (actor.kind !== "person" || !can(actor, "deal.decide") || !isRevocable(deal)) return false;
  if (deal.ownerId === actor.personId || deal.createdById === actor.personId) return false;
  return actor.roles.includes("channel_manager");
}

/** Confirming or declining it is for the second person; who that can be is counted beforehand. */
export function mayDecideRevocation(actor: Actor, deal: Facts, deciders: readonly string[]): boolean {
  return actor.kind === "person" && can(actor, "deal.decide") && isRevocable(deal) && deciders.includes(actor.personId);
}

/** The partner asks for a longer protection while it holds and the sale is open. */
export function mayAskExtension(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    actor.side === "partner" &&
    deal.status === "approved" &&
    isOpen(deal) &&
    mayWrite(actor, deal, "deal.register")
  );
}

/** Extending a protection, or answering who asked for it: as with a registration, nobody decides their own entry. */
export function mayExtend(actor: Actor, deal: Facts, ask: ExtensionAsked | null): boolean {
  if (actor.kind !== "person" || !can(actor, "deal.decide") || deal.status !== "approved" || !isOpen(deal))
    return false;
  if ([deal.ownerId, deal.createdById, ask?.askedById].includes(actor.personId)) return false;
  return actor.roles.includes("channel_manager") || isReviewer(actor, ask?.reviewerId);
}

/** Saying what help was given with a sale: whoever looks after the partner, or the person it was handed to. */
export function mayGivePresales(actor: Actor, request: { readonly ownerId: string }): boolean {
  if (actor.kind !== "person" || !can(actor, "deal.decide")) return false;
  return actor.roles.includes("channel_manager") || request.ownerId === actor.personId;
}

/** The partner that registered a deal asks others to take part in it while the sale is open. */
export function mayInvite(actor: Actor, deal: Facts): boolean {
  const isPartner = actor.kind === "person" && actor.side === "partner";
  return isPartner && joinable.includes(deal.status) && isOpen(deal) && mayWrite(actor, deal, "deal.register");
}

/** It takes the question back until it is answered. */
export function mayTakeBack(actor: Actor, deal: Facts, { status, leadId }: Participation): boolean {
  const isLead = actor.kind === "person" && actor.partnerId === leadId;
  return isLead && status === "invited" && mayWrite(actor, deal, "deal.register");
}

/** Consenting and declining are for the partner that was asked, and nobody else. */
export function mayAnswer(actor: Actor, { status, partnerId }: Participation): boolean {
  const isAsked = actor.kind === "person" && actor.partnerId === partnerId;
  return isAsked && status === "invited" && can(actor, "deal.register");
}

/** Whoever consented can go again; a seller only where it was the seller. */
export function mayLeave(actor: Actor, { status, partnerId, ownerId }: Participation): boolean {
  if (actor.kind !== "person" || actor.partnerId !== partnerId || status !== "accepted") return false;
  return mayWrite(actor, { ownerId: ownerId ?? "" }, "deal.register");
}

/** Taking a partner out of a deal is for the channel managers who look after the one that registered it. */
export function mayRemove(actor: Actor, entry: Participation): boolean {
  const isManager = actor.kind === "person" && actor.roles.includes("channel_manager");
  return isManager && isStanding(entry) && can(actor, "deal.decide");
}

/** Moving the sales stage and reporting a win or a loss, while the sale is open. */
export function mayReport(actor: Actor, deal: Facts): boolean {
  const sellable = deal.status === "approved" || deal.status === "expired";
  return sellable && isOpen(deal) && mayWrite(actor, deal, "deal.report");
}

/** A win counts only when somebody confirms it who neither reported it nor owns or entered the deal. */
export function mayConfirmWin(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    deal.winReportedAt !== null &&
    deal.winConfirmedAt === null &&
    can(actor, "deal.confirm") &&
    ![deal.ownerId, deal.createdById, deal.winReportedById].includes(actor.personId)
  );
}

export type DealAbilities = {
  readonly edit: boolean;
  readonly withdraw: boolean;
  readonly copy: boolean;
  readonly release: boolean;
  readonly askExtension: boolean;
  readonly invite: boolean;
  readonly decide: boolean;
  readonly askRevocation: boolean;
  readonly report: boolean;
  readonly confirmWin: boolean;
  readonly seeInternal: boolean;
};

/** Everything a screen asks, from the same predicates that guard the use cases. */
export function abilities(actor: Actor, deal: Facts): DealAbilities {
  return {
    edit: mayEdit(actor, deal),
    withdraw: mayWithdraw(actor, deal),
    copy: mayCopy(actor, deal),
    release: mayRelease(actor, deal),
    askExtension: mayAskExtension(actor, deal),
    invite: mayInvite(actor, deal),
    decide: mayDecide(actor, deal),
    askRevocation: mayAskRevocation(actor, deal),
    report: mayReport(actor, deal),
    confirmWin: mayConfirmWin(actor, deal),
    seeInternal: can(actor, "deal.internal.read"),
  };
}
