import type { PersonActor } from "@/kernel/actor";
import { err, type Result } from "@/kernel/result";
import { type Caller, execute, type UseCase } from "@/server/use-case";
import { claimBulkRow, type WaitingRow } from "../repository/bulk-runs";

type Answers = Readonly<Record<string, string>>;
type InputOf = (subject: { readonly id: string; readonly version: number }, answers: Answers) => unknown;

/** What can be done with many rows at once: on each the same use case as by hand. */
export type BulkAction = {
  perform(actor: PersonActor, row: WaitingRow, answers: Answers, caller: Caller): Promise<Result<unknown>>;
};

/** By list and action. */
export type BulkActions = Readonly<Record<string, Readonly<Record<string, BulkAction>>>>;

/**
 * Declares an action on many rows. A row is taken in the transaction of the use case, so it is done once or not at all, however
 * many workers there are and whenever one of them dies.
 */
export function bulkAction<Input, Value>(useCase: UseCase<Input, Value>, inputOf: InputOf): BulkAction {
  return {
    perform(actor, row, answers, caller) {
      const claiming: UseCase<Input, Value> = {
        ...useCase,
        async run(context, input) {
          if (!(await claimBulkRow(context.tx, actor, row, context.now)))
            return err({ code: "conflict", entity: "bulkRow", reason: "bulk.errors.taken" });
          return useCase.run(context, input);
        },
      };
      return execute(claiming, actor, inputOf({ id: row.subjectId, version: row.version }, answers), caller);
    },
  };
}
