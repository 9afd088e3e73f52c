import { known } from "@/server/columns";
import type { Tx } from "@/server/db";
import { type NamedConsequence, namedConsequences } from "../domain/named-account";

/** Whether the actor sees a customer. */
export async function findSeenAccount(tx: Tx, id: string): Promise<boolean> {
  return (await tx.account.findUnique({ where: { id }, select: { id: true } })) !== null;
}

/** The name of somebody who works for the vendor; null for anybody else. */
export async function vendorPersonName(tx: Tx, id: string): Promise<string | null> {
  const person = await tx.person.findFirst({
    where: { id, partnerId: null, disabledAt: null },
    select: { name: true },
  });
  return person?.name ?? null;
}

type Entry = {
  readonly id: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly consequence: NamedConsequence;
  readonly note: string;
  readonly namedAt: Date;
  readonly namedById: string;
  readonly namedByName: string;
};

/** Says for whom a customer is kept; false where somebody said something else meanwhile. */
export async function insertNamed(tx: Tx, entry: Entry): Promise<boolean> {
  const { count } = await tx.namedAccount.createMany({ data: entry, skipDuplicates: true });
  return count === 1;
}

/** Ends an entry as it was read; false where somebody else was faster. */
export async function endNamed(
  tx: Tx,
  entry: Pick<Entry, "id" | "accountId">,
  endedById: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.namedAccount.updateMany({
    where: { ...entry, endedAt: null },
    data: { endedAt: now, endedById },
  });
  return count === 1;
}

export type NamedAccount = Pick<Entry, "accountId" | "ownerName" | "consequence">;

/** Which of these customers are kept for somebody. Only the vendor's people and the system may know. */
export async function namedAmong(tx: Tx, accountIds: readonly string[]): Promise<NamedAccount[]> {
  const rows = await tx.namedAccount.findMany({
    where: { accountId: { in: [...accountIds] }, endedAt: null },
    select: { accountId: true, ownerName: true, consequence: true },
  });
  return rows.map((row) => ({ ...row, consequence: known(namedConsequences, row.consequence) }));
}
