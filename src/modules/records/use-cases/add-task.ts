import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayWrite } from "../access";
import { audienceOf, eventAudience } from "../domain/record";
import { findSubject, whoSees } from "../repository/subjects";
import { insertTask } from "../repository/tasks";
import { addTaskInput } from "../schema";

/** Plans what somebody who sees a record has to do about it, by a day. */
export const addTask = useCase({
  name: "record.addTask",
  permission: "record.write",
  input: addTaskInput,
  async run({ actor, tx, now }, { subjectKind, subjectId, taskId, title, ownerId, dueOn, internal }) {
    const subject = await findSubject(tx, { kind: subjectKind, id: subjectId });
    if (!subject) return err({ code: "not_found", entity: subjectKind });
    if (actor.kind !== "person" || !mayWrite(actor, subjectKind, internal)) return err({ code: "forbidden" });

    const audience = audienceOf(subjectKind, internal);
    const owner = (await whoSees(tx, subject, audience)).find(({ personId }) => personId === ownerId);
    if (!owner) return err({ code: "invalid", fields: { ownerId: "records.errors.ownerSeesNothing" } });
    const task = { id: taskId, subject, audience, title, owner, dueOn, createdBy: actor, createdAt: now };
    // Sent twice, it is there already.
    if (!(await insertTask(tx, task))) return ok({ value: { taskId }, events: [] });
    const event = {
      type: "record.taskAdded",
      subjectKind,
      subjectId,
      partnerId: subject.partnerId,
      audience: eventAudience(audience),
      data: { taskId },
    };
    return ok({ value: { taskId }, events: [event] });
  },
});
