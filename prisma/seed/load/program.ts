import type { PolicyVersion } from "@/server/policies";
import type { Rates } from "../rates";
import type { Days } from "./calendar";
import type { Clock, LoadDeal } from "./deal";
import type { Queue } from "./queue";
import type { LoadPerson } from "./staff";

export type Program = {
  readonly days: Days;
  readonly rates: Rates;
  /** Versions of the rules, the newest first. */
  readonly policies: readonly PolicyVersion[];
  /** Code and name of each product line. */
  readonly products: readonly (readonly [code: string, name: string])[];
  readonly owner: LoadPerson;
  readonly queue: Queue;
  readonly roll: () => number;
  /** The moment at which the history ends. */
  readonly now: number;
  /** Takes note of a deal that begins, and takes it when it has nothing more to do before that moment. */
  readonly begun: (deal: LoadDeal) => void;
  readonly finish: (deal: LoadDeal) => void;
};

type NewClock = Pick<Clock, "kind" | "startedAt" | "dueAt" | "consequence"> & { readonly budgetMinutes?: number };

export function start(deal: LoadDeal, clock: NewClock): Clock {
  const started = { budgetMinutes: null, ...clock, stoppedAt: null, firedAt: null };
  deal.clocks.push(started);
  return started;
}
