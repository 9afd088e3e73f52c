import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { mayDecideRevocation } from "../access";
import type { Deal } from "../domain/deal";
import { revocationDeciders } from "../domain/revocation";
import { decidersOf } from "../repository/revocations";
import { peopleNames } from "./people-names";

type Subject = Pick<Deal, "id" | "partnerId"> & Parameters<typeof mayDecideRevocation>[1];

/** The newest ask to revoke the protection of a deal, while it is open or was declined. */
export type Revocation = {
  readonly cause: string;
  readonly note: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly declined: { readonly by: string; readonly at: Date; readonly note: string } | null;
  /** Who can answer it, by name. */
  readonly deciders: readonly string[];
  readonly can: { readonly confirm: boolean; readonly decline: boolean };
};

/** What the vendor's people read about an ask; null where there is none to know of. Nobody else may ask for it. */
export async function revocationOf(tx: Tx, actor: PersonActor, deal: Subject): Promise<Revocation | null> {
  const ask = await tx.dealRevocation.findFirst({
    where: { dealId: deal.id },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
  });
  if (deal.status !== "approved" || !ask || (ask.outcome !== null && ask.outcome !== "declined")) return null;
  const deciders = revocationDeciders(await decidersOf(tx, deal.partnerId), deal, ask.askedById);
  const names = await peopleNames(tx, [ask.askedById, ask.decidedById, ...deciders]);
  const mayAnswer = ask.outcome === null && mayDecideRevocation(actor, deal, deciders);
  return {
    cause: ask.cause,
    note: ask.note,
    askedBy: names.get(ask.askedById) ?? "",
    askedAt: ask.askedAt,
    declined:
      ask.decidedAt && ask.decidedById
        ? { by: names.get(ask.decidedById) ?? "", at: ask.decidedAt, note: ask.decisionNote }
        : null,
    deciders: deciders.flatMap((id) => names.get(id) ?? []),
    can: { confirm: mayAnswer, decline: mayAnswer && actor.personId !== ask.askedById },
  };
}

/** Who would have to confirm it if the actor asked now, by name; empty where nobody else is left. */
export async function secondPeople(tx: Tx, actor: PersonActor, deal: Subject): Promise<readonly string[]> {
  const deciders = revocationDeciders(await decidersOf(tx, deal.partnerId), deal, actor.personId);
  if (deciders.includes(actor.personId)) return [];
  const names = await peopleNames(tx, deciders);
  return deciders.flatMap((id) => names.get(id) ?? []);
}

/** The deals about which somebody else's ask waits for the actor, the longest waiting first. */
export async function revocationsToAnswer(tx: Tx, actor: PersonActor, most: number): Promise<string[]> {
  if (!can(actor, "deal.decide")) return [];
  const me = actor.personId;
  const asks = await tx.dealRevocation.findMany({
    where: { outcome: null, askedById: { not: me }, deal: { ownerId: { not: me }, createdById: { not: me } } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: most,
    select: { dealId: true },
  });
  return asks.map(({ dealId }) => dealId);
}
