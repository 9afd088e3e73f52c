import { can, scopeOf } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import { canMove } from "@/kernel/workflow";
import { type Deal, isOpen, moverOf, registration } from "./domain/deal";

type Facts = Pick<
  Deal,
  "status" | "stage" | "ownerId" | "createdById" | "reviewerId" | "winReportedAt" | "winConfirmedAt"
>;

/** Row-level security decides whether a deal can be seen; these say what may be done to one that is. */
function mayWrite(actor: Actor, deal: Facts, permission: "deal.register" | "deal.report"): boolean {
  if (actor.kind !== "person" || !can(actor, permission)) return false;
  return scopeOf(actor, permission) !== "own" || deal.ownerId === actor.personId;
}

/** Edit and submit: a draft, or a registration that was sent back with a question. */
export function mayEdit(actor: Actor, deal: Facts): boolean {
  return (deal.status === "draft" || deal.status === "needs_info") && mayWrite(actor, deal, "deal.register");
}

export function mayWithdraw(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    mayWrite(actor, deal, "deal.register") &&
    canMove(registration, deal.status, "withdrawn", moverOf(actor.side))
  );
}

/** Nobody decides their own entry; a program owner decides what was escalated to them or what they cover. */
export function mayDecide(actor: Actor, deal: Facts): boolean {
  if (actor.kind !== "person" || deal.status !== "in_review" || !can(actor, "deal.decide")) return false;
  if (deal.ownerId === actor.personId || deal.createdById === actor.personId) return false;
  return actor.roles.includes("channel_manager") || deal.reviewerId === actor.personId;
}

/** Moving the sales stage and reporting a win or a loss, while the sale is open. */
export function mayReport(actor: Actor, deal: Facts): boolean {
  const sellable = deal.status === "approved" || deal.status === "expired";
  return sellable && isOpen(deal) && mayWrite(actor, deal, "deal.report");
}

/** A win counts only when somebody else than its reporter's company confirms it. */
export function mayConfirmWin(actor: Actor, deal: Facts): boolean {
  return (
    actor.kind === "person" &&
    deal.winReportedAt !== null &&
    deal.winConfirmedAt === null &&
    can(actor, "deal.confirm") &&
    deal.ownerId !== actor.personId &&
    deal.createdById !== actor.personId
  );
}

export type DealAbilities = {
  readonly edit: boolean;
  readonly withdraw: boolean;
  readonly decide: boolean;
  readonly report: boolean;
  readonly confirmWin: boolean;
  readonly seeInternal: boolean;
};

/** Everything a screen asks, from the same predicates that guard the use cases. */
export function abilities(actor: Actor, deal: Facts): DealAbilities {
  return {
    edit: mayEdit(actor, deal),
    withdraw: mayWithdraw(actor, deal),
    decide: mayDecide(actor, deal),
    report: mayReport(actor, deal),
    confirmWin: mayConfirmWin(actor, deal),
    seeInternal: can(actor, "deal.internal.read"),
  };
}
