import type { PlainDate } from "@/kernel/dates";
import { type DealStage, type DealStatus, dealStages, dealStatuses } from "./deal";

/** What a list of deals shows; it is the state of the address, so that a link shows a colleague the same. */
export type DealFilter = {
  readonly statuses?: readonly DealStatus[];
  readonly stages?: readonly DealStage[];
  readonly partnerId?: string;
  readonly accountId?: string;
  readonly reviewerId?: string;
  readonly ownerId?: string;
  readonly search?: string;
  /** Win reported, by whether it is confirmed. */
  readonly win?: "reported" | "confirmed";
  readonly wonFrom?: PlainDate;
  readonly wonUntil?: PlainDate;
  readonly decidedFrom?: PlainDate;
  readonly decidedUntil?: PlainDate;
  /** Closed: lost, or won and confirmed. */
  readonly closed?: boolean;
  readonly closedFrom?: PlainDate;
  readonly closedUntil?: PlainDate;
  /** Only what a metric counts: sourced by a partner. */
  readonly origin?: "partner";
  readonly open?: boolean;
  readonly regionId?: string;
  readonly dueBefore?: Date;
};

export type DealSort = "newest" | "due" | "amount" | "close";

const lists = { statuses: dealStatuses, stages: dealStages } as const;

/** Reads a comma list of known words from an address; unknown words are ignored. */
export function wordsFrom<K extends keyof typeof lists>(
  kind: K,
  text: string | undefined,
): (typeof lists)[K][number][] | undefined {
  if (!text) return undefined;
  const asked = text.split(",");
  const known = lists[kind].filter((word) => asked.includes(word));
  return known.length > 0 ? [...known] : undefined;
}
