import { z } from "zod";
import type { ReasonKind } from "@/modules/deals/domain/reasons";
import type { Tx } from "@/server/db";

export const namesSchema = z.record(z.string(), z.string());
export const reasonUseSchema = z.strictObject({ kind: z.string(), code: z.string(), used: z.number() });

export type ReasonRow = {
  readonly kind: string;
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly active: boolean;
  readonly noteRequired: boolean;
  readonly builtIn: boolean;
  readonly version: number;
};

/** The reasons of a kind in their order, also those that are switched off. */
export async function reasonsOf(tx: Tx, kind: ReasonKind): Promise<ReasonRow[]> {
  const rows = await tx.reasonCode.findMany({
    where: { kind, removedAt: null },
    orderBy: [{ place: "asc" }, { code: "asc" }],
    omit: { place: true, removedAt: true },
  });
  return rows.map((row) => ({ ...row, names: namesSchema.parse(row.names) }));
}

/** How often each reason of a kind was given. */
export async function reasonUses(tx: Tx, kind: ReasonKind): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<z.infer<typeof reasonUseSchema>[]>`
    select kind, code, count(*)::int as used from (
      select 'rejection' as kind, reason_code as code from decision where ${kind} = 'rejection' and outcome = 'rejected'
      union all select 'loss', lost_reason from deal where ${kind} = 'loss'
      union all select 'release', data ->> 'reason' from event where ${kind} = 'release' and type = 'deal.released'
      union all select 'revocation', cause from deal_revocation where ${kind} = 'revocation'
      union all select 'extension', reason from deal_extension where ${kind} = 'extension'
      union all select 'decline', decline_reason from deal_extension where ${kind} = 'decline'
      union all select 'dispute_' || status, reason from deal_dispute where ${kind} = 'dispute_' || status
    ) given where code is not null group by kind, code`;
  return new Map(rows.map(({ code, used }) => [code, used]));
}

type Content = {
  readonly names: Record<string, string>;
  readonly active: boolean;
  readonly noteRequired: boolean;
};

/** Adds a reason at the end where version 0 says it is new, also one that was removed before; else saves it over the version that was read. */
export async function saveReasonRow(
  tx: Tx,
  { kind, code, version }: { kind: ReasonKind; code: string; version: number },
  content: Content,
): Promise<boolean> {
  if (version > 0) {
    const where = { kind, code, version, removedAt: null };
    const { count } = await tx.reasonCode.updateMany({ where, data: { ...content, version: { increment: 1 } } });
    return count === 1;
  }
  const removed = { kind, code, removedAt: { not: null } };
  const back = await tx.reasonCode.updateMany({
    where: removed,
    data: { ...content, removedAt: null, version: { increment: 1 } },
  });
  if (back.count === 1) return true;
  const { count } = await tx.reasonCode.createMany({
    data: { kind, code, place: 1000, ...content },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Puts the reasons of a kind in an order. */
export async function orderReasons(tx: Tx, kind: ReasonKind, codes: readonly string[]): Promise<void> {
  for (const [index, code] of codes.entries())
    await tx.reasonCode.updateMany({
      where: { kind, code, place: { not: index + 1 } },
      data: { place: index + 1 },
    });
}

/** Gives a reason of the same words, under another kind, the same names. */
export async function shareNames(
  tx: Tx,
  kinds: readonly ReasonKind[],
  code: string,
  names: Record<string, string>,
): Promise<void> {
  await tx.reasonCode.updateMany({ where: { kind: { in: [...kinds] }, code }, data: { names } });
}

export async function removeReasonRow(
  tx: Tx,
  kind: ReasonKind,
  code: string,
  version: number,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.reasonCode.updateMany({
    where: { kind, code, version, builtIn: false, removedAt: null },
    data: { removedAt: now, active: false, version: { increment: 1 } },
  });
  return count === 1;
}
