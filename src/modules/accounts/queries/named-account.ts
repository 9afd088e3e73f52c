import { can } from "@/kernel/access";
import type { PersonActor } from "@/kernel/actor";
import { known } from "@/server/columns";
import type { Tx } from "@/server/db";
import { type NamedConsequence, namedConsequences } from "../domain/named-account";

/** For whom a customer is kept, and what the reader may say about it. */
export type Named = {
  readonly entry: {
    readonly id: string;
    readonly ownerId: string;
    readonly owner: string;
    readonly consequence: NamedConsequence;
    readonly note: string;
    readonly by: string;
    readonly at: Date;
  } | null;
  /** Who it can be kept for; empty where the reader may not say so. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly may: boolean;
};

/** What is said about a customer as a named account. */
export async function namedAccount(tx: Tx, actor: PersonActor, accountId: string): Promise<Named> {
  const may = can(actor, "account.name");
  const row = await tx.namedAccount.findFirst({ where: { accountId, endedAt: null } });
  const owners = may
    ? await tx.person.findMany({
        where: { partnerId: null, disabledAt: null, memberships: { some: { endedAt: null } } },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
        take: 500,
      })
    : [];
  const entry = row && {
    id: row.id,
    ownerId: row.ownerId,
    owner: row.ownerName,
    consequence: known(namedConsequences, row.consequence),
    note: row.note,
    by: row.namedByName,
    at: row.namedAt,
  };
  return { entry, owners, may };
}

type Behind = { readonly at: Date; readonly order: number; readonly id: string } | null;

/** What was said about a customer as a named account, behind an entry of its timeline; newest first. */
export async function namedBehind(tx: Tx, accountId: string, after: Behind, most: number) {
  const rows = await tx.namedAccount.findMany({
    where: {
      accountId,
      ...(after
        ? {
            OR: [
              { namedAt: { lt: after.at } },
              { namedAt: after.at, ...(after.order > 0 ? {} : { id: { lt: after.id } }) },
            ],
          }
        : {}),
    },
    orderBy: [{ namedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(({ id, namedAt: at, namedByName: actor, ownerName: owner, consequence, note }) => ({
    id,
    at,
    order: 0,
    source: "event" as const,
    event: { id, at, type: "account.named", actor, actorSide: "vendor", data: { owner, consequence, note } },
  }));
}
