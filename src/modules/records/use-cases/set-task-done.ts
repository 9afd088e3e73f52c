import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { maySetDone } from "../access";
import { eventAudience } from "../domain/record";
import { findTask, saveDone } from "../repository/tasks";
import { setTaskDoneInput } from "../schema";

/** Says that a task is done, or that it is not after all. */
export const setTaskDone = useCase({
  name: "record.setTaskDone",
  permission: "record.write",
  input: setTaskDoneInput,
  async run({ actor, tx, now }, { taskId, done }) {
    const task = await findTask(tx, taskId);
    if (!task) return err({ code: "not_found", entity: "task" });
    if (actor.kind !== "person" || !maySetDone(actor, task)) return err({ code: "forbidden" });
    if ((task.doneAt !== null) === done) return ok({ value: { taskId }, events: [] });

    if (!(await saveDone(tx, task, done ? { at: now, by: actor.name } : null)))
      return err({ code: "conflict", entity: "task", reason: "records.errors.changedElsewhere" });
    const event = {
      type: done ? "record.taskDone" : "record.taskReopened",
      subjectKind: task.subject.kind,
      subjectId: task.subject.id,
      partnerId: task.subject.partnerId,
      audience: eventAudience(task.audience),
      data: { taskId },
    };
    return ok({ value: { taskId }, events: [event] });
  },
});
