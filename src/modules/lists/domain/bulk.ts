import type { Failure } from "@/kernel/failure";

/** What became of a row: `failed` is a fault of ours that came again each time. */
export const bulkStates = ["waiting", "done", "refused", "conflict", "not_found", "failed"] as const;
export type BulkState = (typeof bulkStates)[number];

/** The most rows of one run. */
export const mostBulkRows = 1000;
/** A row that fails without a reason is tried so often. */
export const mostBulkAttempts = 3;

/** How a row ends that was not done for a reason. */
export function endOf({ code }: Failure): Exclude<BulkState, "waiting" | "done" | "failed"> {
  if (code === "conflict" || code === "not_found") return code;
  return "refused";
}

/** The key and the values of the words that say why. */
export function reasonOf(failure: Failure): {
  readonly key: string;
  readonly params?: Record<string, string | number>;
} {
  switch (failure.code) {
    case "conflict":
      return { key: failure.reason };
    case "refused":
      return { key: failure.reason, ...(failure.params && { params: { ...failure.params } }) };
    case "invalid":
      return { key: Object.values(failure.fields)[0] ?? "failures.malformed" };
    case "not_found":
      return { key: "failures.notFound" };
    default:
      return { key: `failures.${failure.code}` };
  }
}

export type BulkCounts = Readonly<Record<BulkState, number>>;

/** How many rows are not waiting any more. */
export const endedOf = (counts: BulkCounts): number =>
  bulkStates.reduce((sum, state) => sum + (state === "waiting" ? 0 : counts[state]), 0);

/** How many rows were left as they were. */
export const notDoneOf = (counts: BulkCounts): number => endedOf(counts) - counts.done;
