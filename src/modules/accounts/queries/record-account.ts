import { z } from "zod";
import type { Tx } from "@/server/db";

export type AccountRecord = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly taxId: string | null;
  readonly isCustomer: boolean;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly children: readonly { readonly id: string; readonly name: string }[];
};

/** A customer as the reader may see it; null where there is none for them. */
export async function recordAccount(tx: Tx, id: string): Promise<AccountRecord | null> {
  // An address can hold anything; what is no id names no customer.
  if (!z.uuid().safeParse(id).success) return null;
  const related = { select: { id: true, name: true } };
  return tx.account.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      country: true,
      taxId: true,
      isCustomer: true,
      parent: related,
      children: { ...related, orderBy: { name: "asc" }, take: 20 },
    },
  });
}
