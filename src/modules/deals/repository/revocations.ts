import type { Tx } from "@/server/db";

/** That somebody of the vendor wants a protection taken back, and nobody has answered yet. */
export type OpenRevocation = {
  readonly id: string;
  readonly askedById: string;
  readonly cause: string;
  readonly note: string;
};

export type RevocationAsk = OpenRevocation & {
  readonly dealId: string;
  readonly partnerId: string;
  readonly askedAt: Date;
  /** Nobody else may decide, so it counts at once. */
  readonly alone: boolean;
};

/** Writes that somebody asked; false where an earlier ask is still open. One made alone is decided with it. */
export async function insertRevocation(tx: Tx, ask: RevocationAsk): Promise<boolean> {
  const decided = ask.alone ? { outcome: "revoked", decidedAt: ask.askedAt, decidedById: ask.askedById } : {};
  const { count } = await tx.dealRevocation.createMany({ data: { ...ask, ...decided }, skipDuplicates: true });
  return count === 1;
}

/** The ask that waits for a second person; only the vendor's people read it. */
export function openRevocation(tx: Tx, dealId: string): Promise<OpenRevocation | null> {
  return tx.dealRevocation.findFirst({
    where: { dealId, outcome: null },
    select: { id: true, askedById: true, cause: true, note: true },
  });
}

type Answer = {
  readonly outcome: "revoked" | "declined";
  readonly decidedAt: Date;
  readonly decidedById: string;
  readonly decisionNote: string;
  readonly alone: boolean;
};

/** Answers an open ask; false when somebody else was faster. */
export async function answerRevocation(tx: Tx, id: string, answer: Answer): Promise<boolean> {
  const { count } = await tx.dealRevocation.updateMany({ where: { id, outcome: null }, data: answer });
  return count === 1;
}

/** An ask about a deal that is no longer protected waits for nothing. */
export async function lapseRevocation(tx: Tx, dealId: string, now: Date): Promise<void> {
  await tx.dealRevocation.updateMany({
    where: { dealId, outcome: null },
    data: { outcome: "lapsed", decidedAt: now },
  });
}

/** Everybody who may decide about a partner's registrations now. */
export async function decidersOf(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select d as id from entente.deciders_of(${partnerId}::uuid) d order by d`;
  return rows.map((row) => row.id);
}
