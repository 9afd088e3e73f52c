import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { PlainDate } from "@/kernel/dates";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { policyInForce, policyVersion } from "@/server/policies";
import { mayExtend } from "../access";
import type { Deal } from "../domain/deal";
import { extensionTerms, grantableThrough } from "../domain/extension";
import { lastDay } from "../domain/protection";
import { registrationPolicyKind } from "../facts";
import { peopleNames } from "./people-names";

type Subject = Pick<Deal, "id" | "policyVersionId" | "protectedUntil"> & Parameters<typeof mayExtend>[1];

/** A longer protection somebody asked for, while it is open or was declined. */
export type ExtensionAsked = {
  readonly reason: string;
  readonly note: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly wantedThrough: PlainDate;
  readonly dueAt: Date | null;
  /** Who answers it; null where the reader may not know the person. */
  readonly reviewer: string | null;
  /** Why the rules did not grant it. */
  readonly reviewReason: string;
  readonly declined: {
    readonly by: string | null;
    readonly at: Date;
    readonly reason: string;
    readonly note: string;
  } | null;
};

export type Extensions = {
  readonly asked: ExtensionAsked | null;
  readonly granted: number;
  /** Through which day the rules would extend it at once; null where a person decides. */
  readonly atOnceThrough: PlainDate | null;
  /** Whether the reader may extend it, or answer who asked. */
  readonly mayExtend: boolean;
};

/** What is known about longer protections of a deal that is protected, as both sides read it; null for any other deal. */
export async function extensionsOf(tx: Tx, actor: PersonActor, deal: Subject, now: Date): Promise<Extensions | null> {
  const { status, stage, protectedUntil: currentUntil, policyVersionId } = deal;
  if (status !== "approved" || !currentUntil) return null;
  const rows = await tx.dealExtension.findMany({
    where: { dealId: deal.id },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
  const { body } = policyVersionId
    ? await policyVersion(tx, policyVersionId)
    : await policyInForce(tx, registrationPolicyKind, now);
  const granted = rows.filter((row) => row.outcome === "granted").length;
  const newest = rows[0];
  const isOpen = newest?.outcome === null;
  const shown = newest && (isOpen || newest.outcome === "declined") ? newest : null;
  const names = await peopleNames(tx, shown ? [shown.askedById, shown.reviewerId, shown.decidedById] : []);
  const nameOf = (id: string | null) => names.get(id ?? "") ?? null;
  return {
    asked: shown && {
      reason: shown.reason,
      note: shown.note,
      askedBy: nameOf(shown.askedById) ?? "",
      askedAt: shown.askedAt,
      wantedThrough: lastDay({ until: toPlainDate(shown.wantedUntil) }),
      dueAt: shown.dueAt,
      reviewer: nameOf(shown.reviewerId),
      reviewReason: shown.reviewReason ?? "",
      declined: shown.decidedAt && {
        by: nameOf(shown.decidedById),
        at: shown.decidedAt,
        reason: shown.declineReason ?? "",
        note: shown.decisionNote,
      },
    },
    granted,
    atOnceThrough: grantableThrough(extensionTerms(body), { currentUntil, stage, grantedBefore: granted }),
    mayExtend: mayExtend(actor, deal, isOpen ? newest : null),
  };
}

/** When each extension that waits for the actor is due, by deal; the most urgent first. */
export async function extensionsToAnswer(
  tx: Tx,
  actor: PersonActor,
  most: number,
): Promise<ReadonlyMap<string, Date | null>> {
  if (!can(actor, "deal.decide")) return new Map();
  const rows = await tx.dealExtension.findMany({
    where: { outcome: null, reviewerId: { in: [actor.personId, ...(actor.standsInFor ?? [])] } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: most,
    select: { dealId: true, dueAt: true },
  });
  return new Map(rows.map(({ dealId, dueAt }) => [dealId, dueAt]));
}
