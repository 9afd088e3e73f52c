import type { Tx } from "@/server/db";
import { peopleNames } from "./people-names";

/** A dispute as those read it who see to it that disputes are judged well. */
export type DisputeRow = {
  readonly id: string;
  readonly deal: { readonly id: string; readonly number: string; readonly customer: string };
  readonly partner: string;
  readonly statement: string;
  readonly status: string;
  readonly openedAt: Date;
  readonly owner: string;
  /** Who took the disputed decision; null where the rules took it. */
  readonly firstDecider: string | null;
  readonly dueAt: Date;
  readonly closed: {
    readonly at: Date;
    readonly by: string;
    readonly reason: string | null;
    readonly note: string;
  } | null;
};

export type DisputePage = { readonly rows: readonly DisputeRow[]; readonly next: string | null };

export const disputeViews = ["open", "decided"] as const;
export type DisputeView = (typeof disputeViews)[number];

const pageSize = 50;
const where = { open: { status: "open" }, decided: { status: { in: ["upheld", "overturned"] } } };
const order = { open: [{ dueAt: "asc" }, { id: "asc" }], decided: [{ closedAt: "desc" }, { id: "desc" }] } as const;
const uuid = /^[0-9a-f-]{36}$/;

/** Disputes that wait, the most urgent first, or those that were judged, the newest first. `after` is the id of the last one read. */
export async function listDisputes(tx: Tx, view: DisputeView, after?: string, most = pageSize): Promise<DisputePage> {
  const rows = await tx.dealDispute.findMany({
    where: where[view],
    orderBy: [...order[view]],
    ...(after && uuid.test(after) ? { cursor: { id: after }, skip: 1 } : {}),
    take: most + 1,
    include: {
      deal: {
        select: { id: true, number: true, customerName: true, partner: { select: { tradingName: true } } },
      },
    },
  });
  const shown = rows.slice(0, most);
  const names = await peopleNames(
    tx,
    shown.flatMap(({ firstDeciderId }) => firstDeciderId ?? []),
  );
  return {
    rows: shown.map(({ deal, ...row }) => ({
      id: row.id,
      deal: { id: deal.id, number: deal.number, customer: deal.customerName },
      partner: deal.partner.tradingName,
      statement: row.statement,
      status: row.status,
      openedAt: row.openedAt,
      owner: row.ownerName,
      firstDecider: row.firstDeciderId && (names.get(row.firstDeciderId) ?? null),
      dueAt: row.dueAt,
      closed: row.closedAt && { at: row.closedAt, by: row.closedByName ?? "", reason: row.reason, note: row.note },
    })),
    next: rows.length > most ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many disputes wait, how many of them past their time, and how those that were judged ended. */
export async function countDisputes(
  tx: Tx,
  now: Date,
): Promise<Readonly<Record<"open" | "late" | "upheld" | "overturned", number>>> {
  const groups = await tx.dealDispute.groupBy({ by: ["status"], _count: true });
  const count = (status: string) => groups.find((group) => group.status === status)?._count ?? 0;
  const late = await tx.dealDispute.count({ where: { status: "open", dueAt: { lt: now } } });
  return { open: count("open"), late, upheld: count("upheld"), overturned: count("overturned") };
}
