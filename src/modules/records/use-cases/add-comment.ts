import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayWrite } from "../access";
import { mentionsIn } from "../domain/comment";
import { audienceOf, eventAudience } from "../domain/record";
import { insertComment } from "../repository/comments";
import { findSubject, whoSees } from "../repository/subjects";
import { addCommentInput } from "../schema";

/** Writes a comment beside a record, or a note that only those of the vendor read who read internals. */
export const addComment = useCase({
  name: "record.comment",
  permission: "record.write",
  input: addCommentInput,
  async run({ actor, tx, now }, { subjectKind, subjectId, commentId, body, internal }) {
    const subject = await findSubject(tx, { kind: subjectKind, id: subjectId });
    if (!subject) return err({ code: "not_found", entity: subjectKind });
    if (actor.kind !== "person" || !mayWrite(actor, subjectKind, internal)) return err({ code: "forbidden" });

    const audience = audienceOf(subjectKind, internal);
    const mentions = mentionsIn(body, await whoSees(tx, subject, audience));
    const written = { id: commentId, subject, audience, author: actor, body, mentions, at: now };
    // Sent twice, it is there already.
    if (!(await insertComment(tx, written))) return ok({ value: { commentId }, events: [] });
    const event = {
      type: "record.commented",
      subjectKind,
      subjectId,
      partnerId: subject.partnerId,
      audience: eventAudience(audience),
      data: { commentId },
    };
    return ok({ value: { commentId }, events: [event] });
  },
});
