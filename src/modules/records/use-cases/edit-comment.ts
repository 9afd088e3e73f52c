import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayEdit, mentionsIn } from "../domain/comment";
import { saveComment } from "../repository/comments";
import { whoSees } from "../repository/subjects";
import { editCommentInput } from "../schema";
import { commentEvent, ownComment } from "./own-comment";

/** The author changes a comment while it is new. */
export const editComment = useCase({
  name: "record.editComment",
  permission: "record.write",
  input: editCommentInput,
  async run(context, { commentId, body }) {
    const { tx, now } = context;
    const found = await ownComment(context, commentId);
    if (!found.ok) return found;
    const comment = found.value;
    if (!mayEdit(comment.authorId, comment, now)) return err({ code: "refused", reason: "records.errors.tooLate" });

    const mentions = mentionsIn(body, await whoSees(tx, comment.subject, comment.audience));
    if (!(await saveComment(tx, comment, { body, mentions, editedAt: now })))
      return err({ code: "conflict", entity: "comment", reason: "records.errors.changedElsewhere" });
    return ok({ value: { commentId }, events: [commentEvent("record.commentEdited", comment)] });
  },
});
