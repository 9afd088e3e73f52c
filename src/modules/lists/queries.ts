import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";

/** A view somebody saved; `own` ones the reader may change. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly own: boolean;
};

export type Arrangement = {
  readonly views: readonly SavedView[];
  /** The columns the reader chose; none for the usual ones. */
  readonly columns: readonly string[];
  /** The query the list begins with. */
  readonly start: string | null;
};

const mostViews = 50;

/** How the reader wants a list: own views and those colleagues share, columns, and what it begins with. */
export async function arrangementOf(tx: Tx, { personId }: PersonActor, list: string): Promise<Arrangement> {
  const views = await tx.listView.findMany({
    where: { list, deletedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostViews,
    select: { id: true, name: true, query: true, shared: true, personId: true },
  });
  const choice = await tx.listChoice.findUnique({
    where: { personId_list: { personId, list } },
    select: { columns: true, start: true },
  });
  return {
    views: views.map(({ personId: by, ...view }) => ({ ...view, own: by === personId })),
    columns: choice?.columns ?? [],
    start: choice?.start ?? null,
  };
}
