import type { PlainDate } from "@/kernel/dates";
import type { ReadRates } from "./published-rates";

export type RatesSummary = {
  readonly rates: number;
  readonly currencies: readonly string[];
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly problems: ReadRates["problems"];
};

const mostProblems = 20;

/** What is in a file of rates, in a few figures. */
export function summaryOf({ rates, problems }: ReadRates): RatesSummary {
  let [firstDay, lastDay]: [PlainDate | null, PlainDate | null] = [null, null];
  for (const { day } of rates) {
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
  }
  const currencies = [...new Set(rates.map(({ currency }) => currency))].toSorted();
  return { rates: rates.length, currencies, firstDay, lastDay, problems: problems.slice(0, mostProblems) };
}
