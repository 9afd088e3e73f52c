import { z } from "zod";
import type { PersonActor } from "@/kernel/actor";
import { asSystem, type Tx } from "@/server/db";
import { almostIn } from "../domain/matching/almost";
import { readName } from "../domain/matching/read-name";
import { searchKeys } from "../domain/matching/search-keys";

export type FoundCustomer = { readonly id: string; readonly name: string; readonly country: string };

export const nearCustomerRowSchema = z.object({ id: z.uuid(), names: z.array(z.string()) });

// So many share a word at most that are looked at; the reader sees a part of them.
const mostNear = 200;

/**
 * Customers whose name is almost what somebody typed, the nearest first. Which names are near is looked up past what the reader
 * sees, since an index is not used through a policy; of them only what the reader sees is read. Only for the vendor's people: to a
 * partner it would tell by which other names its customers were registered.
 */
export async function customersLike(
  tx: Tx,
  actor: PersonActor,
  typed: string,
  most: number,
): Promise<readonly FoundCustomer[]> {
  const read = readName(typed);
  const { words } = searchKeys(read);
  if (words.length === 0 || actor.side !== "vendor") return [];
  const near = await asSystem(
    tx,
    actor,
    "policy",
    () => tx.$queryRaw<z.infer<typeof nearCustomerRowSchema>[]>`
      select id, names from entente.accounts_like('{}'::integer[], ${[...words]}, '', ${mostNear}::int)`,
  );
  const alike = new Map(
    near.map(({ id, names }) => [id, Math.max(...names.map((name) => almostIn(read, readName(name))))]),
  );
  const ids = [...alike].filter(([, score]) => score > 0).map(([id]) => id);
  const rows = await tx.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, country: true },
  });
  return rows
    .toSorted((a, b) => (alike.get(b.id) ?? 0) - (alike.get(a.id) ?? 0) || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
