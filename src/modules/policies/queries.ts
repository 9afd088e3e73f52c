import type { PlainDate } from "@/kernel/dates";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";
import type { DecidedCase } from "@/kernel/policy/backtest";
import { toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import { stateOf, type VersionState, type VersionStatus } from "./domain/publishing";

const columns = {
  id: true,
  kind: true,
  version: true,
  name: true,
  note: true,
  status: true,
  revision: true,
  effectiveFrom: true,
  draftedById: true,
  draftedByName: true,
  updatedAt: true,
  publishedAt: true,
  publishedByName: true,
  noticeDays: true,
} as const;

type Row = {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly name: string;
  readonly note: string;
  readonly revision: number;
  readonly effectiveFrom: Date;
  readonly draftedById: string | null;
  readonly draftedByName: string | null;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly noticeDays: number | null;
};
export type VersionLine = Row & { readonly state: VersionState; readonly acknowledged: number };

/** All versions of a kind the actor may know of, the newest first, with how many have acknowledged each. */
export async function listVersions(tx: Tx, kind: string, now: Date): Promise<VersionLine[]> {
  const rows = await tx.policyVersion.findMany({
    where: { kind },
    orderBy: { version: "desc" },
    select: { ...columns, _count: { select: { acknowledgements: true } } },
  });
  // A check of the table names the states.
  const dated = rows.map((row) => ({ ...row, status: row.status as VersionStatus }));
  return dated.map(({ _count, ...row }) => ({
    ...row,
    state: stateOf(row, dated, now),
    acknowledged: _count.acknowledgements,
  }));
}

/** A version with its rules, and the one that is in force. */
export async function recordVersion(tx: Tx, id: string, now: Date) {
  const row = await tx.policyVersion.findUnique({ where: { id }, select: { kind: true, body: true } });
  if (!row) return null;
  const all = await listVersions(tx, row.kind, now);
  const version = all.find((line) => line.id === id);
  const inForce = all.find(({ state }) => state === "in_force");
  if (!version) return null;
  const before =
    inForce && inForce.id !== id
      ? await tx.policyVersion.findUnique({ where: { id: inForce.id }, select: { body: true } })
      : null;
  return {
    ...version,
    // Bodies were parsed before they were stored.
    body: row.body as unknown as PolicyBody,
    inForce: before && inForce ? { version: inForce.version, body: before.body as unknown as PolicyBody } : null,
  };
}

/** Cases the rules of a kind decided last, with what they were decided on; only for those who may read all of it. */
export async function decidedCases(tx: Tx, kind: string, most: number): Promise<DecidedCase[]> {
  const decisions = await tx.decision.findMany({
    // What followed from a clock was decided on what had been found before.
    where: {
      kind,
      deciderKind: "system",
      basis: { isNot: null },
      NOT: [{ reasonCode: "vendor_late" }, { outcome: "released" }],
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: most,
    select: {
      subjectId: true,
      partnerId: true,
      outcome: true,
      basis: { select: { facts: true, evaluation: true } },
    },
  });
  const partners = await tx.partner.findMany({
    where: { id: { in: [...new Set(decisions.map(({ partnerId }) => partnerId))] } },
    select: { id: true, region: { select: { name: true } } },
  });
  const regionOf = new Map(partners.map(({ id, region }) => [id, region.name]));
  return decisions.flatMap(({ subjectId, partnerId, outcome, basis }) => {
    if (!basis) return [];
    // Written by writeDecision from values of these types.
    const facts = basis.facts as Facts;
    const amount = facts["deal.amount"];
    return [
      {
        id: subjectId,
        facts,
        evaluation: basis.evaluation as unknown as Evaluation,
        amount: typeof amount === "number" ? amount : null,
        groups: { outcome, region: regionOf.get(partnerId) ?? "–", tier: String(facts["partner.tier"] ?? "–") },
      },
    ];
  });
}

/** What a reader has to know about acknowledging the rules in force. */
export async function ownAcknowledgement(tx: Tx, personId: string, policyVersionId: string): Promise<Date | null> {
  const key = { policyVersionId_personId: { policyVersionId, personId } };
  const row = await tx.policyAcknowledgement.findUnique({ where: key, select: { at: true } });
  return row?.at ?? null;
}

/** The decision of the governance body a version follows from, as it was named at its publication. */
export async function citationOf(tx: Tx, id: string): Promise<{ decision: string; on: PlainDate } | null> {
  const row = await tx.policyVersion.findUnique({ where: { id }, select: { citedDecision: true, citedOn: true } });
  return row?.citedDecision && row.citedOn ? { decision: row.citedDecision, on: toPlainDate(row.citedOn) } : null;
}

/** The published version that comes next, if one does. */
export async function nextVersion(tx: Tx, kind: string, now: Date) {
  const row = await tx.policyVersion.findFirst({
    where: { kind, status: "published", effectiveFrom: { gt: now } },
    orderBy: { effectiveFrom: "asc" },
    select: { id: true, version: true, note: true, effectiveFrom: true, body: true },
  });
  // Bodies are linted before they are published.
  return row && { ...row, body: row.body as unknown as PolicyBody };
}

/** Customers of some deals, by deal, as far as the actor may see them. */
export async function dealNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.deal.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true, customerName: true },
  });
  return new Map(rows.map(({ id, number, customerName }) => [id, `${number} ${customerName}`]));
}
