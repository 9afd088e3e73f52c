import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { addBulkRun } from "../repository/bulk-runs";
import { startBulkInput } from "../schema";

/**
 * Keeps what somebody wants done with rows they chose; the worker does it, with the rights they have by then. Asked twice, it is
 * done once.
 */
export const startBulk = useCase({
  name: "list.startBulk",
  permission: "list.arrange",
  input: startBulkInput,
  async run({ actor, tx, now }, { runId, list, action, rows, answers }) {
    if (actor.kind !== "person") return err({ code: "forbidden" });
    const once = new Map(rows.map(({ id, version, label }) => [id, { subjectId: id, version, label }]));
    await addBulkRun(tx, actor, { id: runId, list, action, answers, createdAt: now }, [...once.values()]);
    return ok({ value: { runId }, events: [] });
  },
});
