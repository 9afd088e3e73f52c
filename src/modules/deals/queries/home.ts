import type { PersonActor } from "@/kernel/actor";
import { addDays, type PlainDate } from "@/kernel/dates";
import type { Tx } from "@/server/db";
import { clockKinds } from "../domain/clock";
import { disputesToJudge } from "./disputes";
import { extensionsToAnswer } from "./extensions";
import { type DealRow, listDeals, totalDeals } from "./list-deals";
import { presalesToGive } from "./presales";
import type { DealClock } from "./record-deal";
import { revocationsToAnswer } from "./revocations";

/** Something that waits for a partner's person, with the deal it is about. */
export type DealTask = {
  readonly kind: "answer" | "finish_draft" | "protection_ends" | "report_outcome";
  readonly deal: DealRow;
};

/** Something that waits for a person of the vendor. */
export type VendorTask = {
  readonly kind: "decide" | "judge_dispute" | "answer_extension" | "give_help" | "confirm_revocation" | "confirm_win";
  readonly deal: DealRow;
  readonly dueAt: Date | null;
};

const most = 20;
const endingDays = 14;

/** Whose decisions somebody is asked for today: the own ones, and those of whom they stand in for. */
export const reviewersFor = ({ personId, standsInFor = [] }: PersonActor): readonly string[] => [
  personId,
  ...standsInFor,
];

/** What waits for a partner's person: questions to answer, protections that end, sales past their close, drafts. */
export async function partnerTasks(tx: Tx, actor: PersonActor, today: PlainDate): Promise<DealTask[]> {
  const questions = await listDeals(tx, actor, {
    filter: { statuses: ["needs_info"] },
    sort: { by: "due", descending: false },
    size: most,
  });
  const open = await listDeals(tx, actor, {
    filter: { statuses: ["approved"], open: true },
    sort: { by: "close", descending: false },
    size: 200,
  });
  // Deals that were imported stay drafts without anybody having begun a registration.
  const own = { statuses: ["draft"], ownerId: actor.personId, origin: "partner" } as const;
  const drafts = await listDeals(tx, actor, { filter: own, size: 5 });
  const ends = addDays(today, endingDays);
  const ending = open.rows.filter((deal) => deal.protectedThrough !== null && deal.protectedThrough <= ends);
  const overdue = open.rows.filter(
    (deal) => deal.expectedClose !== null && deal.expectedClose < today && !ending.includes(deal),
  );
  return [
    ...questions.rows.map((deal) => ({ kind: "answer" as const, deal })),
    ...ending.map((deal) => ({ kind: "protection_ends" as const, deal })),
    ...overdue.map((deal) => ({ kind: "report_outcome" as const, deal })),
    ...drafts.rows.map((deal) => ({ kind: "finish_draft" as const, deal })),
  ].slice(0, most);
}

/** What waits for the vendor, by due time: what a partner may see of the other side's clock. */
export async function waitingForVendor(tx: Tx, actor: PersonActor): Promise<readonly DealRow[]> {
  return (
    await listDeals(tx, actor, { filter: { statuses: ["in_review"] }, sort: { by: "due", descending: false }, size: 5 })
  ).rows;
}

/** The clocks of registrations that wait for the vendor, by deal. */
export async function reviewClocks(tx: Tx, dealIds: readonly string[]): Promise<ReadonlyMap<string, DealClock>> {
  const rows = await tx.clock.findMany({
    where: { subjectId: { in: [...dealIds] }, kind: clockKinds.review, stoppedAt: null },
    orderBy: [{ startedAt: "asc" }, { dueAt: "asc" }],
    select: { subjectId: true, startedAt: true, dueAt: true, budgetMinutes: true, consequence: true },
  });
  return new Map(
    rows.map(({ subjectId, consequence: late, ...clock }) => [subjectId, { ...clock, kind: "review", late }]),
  );
}

/** What waits for a reviewer: decisions and extensions by due time, then what needs a second person, then wins to confirm. */
export async function vendorTasks(tx: Tx, actor: PersonActor): Promise<VendorTask[]> {
  const decisions = await listDeals(tx, actor, {
    filter: { statuses: ["in_review"], reviewers: reviewersFor(actor) },
    sort: { by: "due", descending: false },
    size: most,
  });
  const extensions = await extensionsToAnswer(tx, actor, most);
  const asked = await dealsOf(tx, actor, [...extensions.keys()]);
  const disputes = await disputesToJudge(tx, actor, reviewersFor(actor), most);
  const disputed = await dealsOf(tx, actor, [...disputes.keys()]);
  const help = await presalesToGive(tx, actor, most);
  const helped = await dealsOf(tx, actor, [...help.keys()]);
  const revocations = await dealsOf(tx, actor, await revocationsToAnswer(tx, actor, most));
  const wins = await listDeals(tx, actor, { filter: { win: "reported" }, size: most });
  return [
    ...[
      ...decisions.rows.map((deal) => ({ kind: "decide" as const, deal, dueAt: deal.dueAt })),
      ...disputed.map((deal) => ({ kind: "judge_dispute" as const, deal, dueAt: disputes.get(deal.id) ?? null })),
      ...helped.map((deal) => ({ kind: "give_help" as const, deal, dueAt: help.get(deal.id) ?? null })),
      ...asked.map((deal) => ({ kind: "answer_extension" as const, deal, dueAt: extensions.get(deal.id) ?? null })),
    ].sort((left, right) => (left.dueAt?.getTime() ?? 0) - (right.dueAt?.getTime() ?? 0)),
    ...revocations.map((deal) => ({ kind: "confirm_revocation" as const, deal, dueAt: null })),
    ...wins.rows
      .filter((deal) => deal.can.confirmWin)
      .map((deal) => ({ kind: "confirm_win" as const, deal, dueAt: null })),
  ];
}

async function dealsOf(tx: Tx, actor: PersonActor, ids: readonly string[]): Promise<readonly DealRow[]> {
  return ids.length === 0 ? [] : (await listDeals(tx, actor, { filter: { ids }, size: most })).rows;
}

/** Counts for the places of the shell: only where work waits. */
export async function waitingCounts(tx: Tx, actor: PersonActor): Promise<{ decide: number; answer: number }> {
  const decide =
    actor.side === "vendor"
      ? (await totalDeals(tx, { statuses: ["in_review"], reviewers: reviewersFor(actor) })).count
      : 0;
  const answer = actor.side === "partner" ? (await totalDeals(tx, { statuses: ["needs_info"] })).count : 0;
  return { decide, answer };
}
