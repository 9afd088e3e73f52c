import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";

/** A view of somebody, or null where it is not theirs. */
export function ownView(tx: Tx, { personId }: PersonActor, id: string) {
  return tx.listView.findFirst({ where: { id, personId, deletedAt: null }, select: { list: true, query: true } });
}

export type ViewContent = { readonly name: string; readonly query: string; readonly shared: boolean };

/** Keeps a new view; false where the reader has one of that name already. */
export async function addView(
  tx: Tx,
  { personId, partnerId }: PersonActor,
  view: ViewContent & { readonly id: string; readonly list: string; readonly createdAt: Date },
): Promise<boolean> {
  const { count } = await tx.listView.createMany({ data: [{ ...view, personId, partnerId }], skipDuplicates: true });
  return count === 1;
}

/** Changes a view; false where the reader has another one of that name. */
export async function changeView(
  tx: Tx,
  { personId }: PersonActor,
  { id, list, ...content }: ViewContent & { readonly id: string; readonly list: string },
): Promise<boolean> {
  const others = await tx.listView.count({
    where: { personId, list, name: content.name, id: { not: id }, deletedAt: null },
  });
  if (others > 0) return false;
  await tx.listView.updateMany({ where: { id, personId }, data: content });
  return true;
}

export async function removeView(tx: Tx, { personId }: PersonActor, id: string, now: Date): Promise<void> {
  await tx.listView.updateMany({ where: { id, personId }, data: { deletedAt: now } });
}

type Choice = { readonly columns: string[] } | { readonly start: string | null };

/** Keeps how somebody wants a list. */
export async function saveChoice(
  tx: Tx,
  { personId }: PersonActor,
  list: string,
  choice: Choice,
  now: Date,
): Promise<void> {
  await tx.listChoice.upsert({
    where: { personId_list: { personId, list } },
    create: { personId, list, ...choice, updatedAt: now },
    update: { ...choice, updatedAt: now },
    select: { list: true },
  });
}

/** Takes back what a list begins with, where that is this query. */
export async function forgetStart(
  tx: Tx,
  { personId }: PersonActor,
  list: string,
  start: string,
  now: Date,
): Promise<void> {
  await tx.listChoice.updateMany({ where: { personId, list, start }, data: { start: null, updatedAt: now } });
}
