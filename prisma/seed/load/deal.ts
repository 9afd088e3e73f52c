import type { PlainDate } from "@/kernel/dates";
import type { Money } from "@/kernel/money";
import type { Evaluation } from "@/kernel/policy";
import type { Match } from "@/modules/deals/domain/conflict";
import type { DealContent, DealStage, DealStatus } from "@/modules/deals/domain/deal";
import type { PolicyVersion } from "@/server/policies";
import type { LoadAccount } from "./customers";
import type { LoadPartner, LoadPerson } from "./staff";

/** Something that happened to a deal, and how it stood from then on. */
export type Step = {
  readonly at: number;
  readonly type: string;
  /** Null is the system. */
  readonly by: LoadPerson | null;
  readonly data: object;
  readonly status: DealStatus;
  readonly stage: DealStage;
};

export type Clock = {
  readonly kind: string;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly budgetMinutes: number | null;
  readonly consequence: string;
  stoppedAt: number | null;
  firedAt: number | null;
};

/** What a case was decided on, as the JSON of its columns: written once, however many decisions follow from it. */
export type Basis = {
  readonly evaluation: Evaluation;
  readonly facts: string;
  readonly trace: string;
  readonly visible: string;
};

export type Decision = {
  readonly outcome: string;
  readonly reasonCode: string;
  readonly note: string;
  readonly by: LoadPerson | null;
  readonly forName: string | null;
  readonly at: number;
  readonly basis: Basis;
};

export type Win = {
  readonly on: PlainDate;
  readonly money: Money;
  readonly reporting: number;
  readonly rateDay: PlainDate;
  readonly order: string;
};

/** A deal of the history while it is told. Instants are milliseconds, days of a protection numbers. */
export type LoadDeal = {
  readonly id: string;
  readonly number: string;
  readonly partner: LoadPartner;
  readonly seller: LoadPerson;
  readonly account: LoadAccount;
  readonly content: DealContent;
  readonly product: number;
  readonly draftedAt: number;
  readonly steps: Step[];
  readonly clocks: Clock[];
  readonly decisions: Decision[];
  readonly conflicts: { readonly match: Match; readonly at: number }[];
  status: DealStatus;
  stage: DealStage;
  policy: PolicyVersion | null;
  reporting: { amount: number; rateDay: PlainDate } | null;
  submittedAt: number | null;
  reviewer: LoadPerson | null;
  reviewReason: string | null;
  decidedAt: number | null;
  decisionMinutes: number | null;
  dueAt: number | null;
  question: string | null;
  benefit: number | null;
  protectedFrom: number | null;
  protectedUntil: number | null;
  win: Win | null;
  winReportedAt: number | null;
  winConfirmedAt: number | null;
  winConfirmedBy: LoadPerson | null;
  lostOn: PlainDate | null;
  lostReason: string | null;
};

/** Adds what happened; the deal stands as it says from then on. */
export function happen(
  deal: LoadDeal,
  at: number,
  type: string,
  by: LoadPerson | null,
  data: object = {},
  standing: { status?: DealStatus; stage?: DealStage } = {},
): void {
  Object.assign(deal, standing);
  deal.steps.push({ at, type, by, data, status: deal.status, stage: deal.stage });
}
