import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayEdit } from "../domain/comment";
import { saveComment } from "../repository/comments";
import { deleteCommentInput } from "../schema";
import { commentEvent, ownComment } from "./own-comment";

/** The author takes a comment back while it is new: its place stays, its words go. */
export const deleteComment = useCase({
  name: "record.deleteComment",
  permission: "record.write",
  input: deleteCommentInput,
  async run(context, { commentId }) {
    const { tx, now } = context;
    const found = await ownComment(context, commentId);
    if (!found.ok) return found;
    const comment = found.value;
    if (!mayEdit(comment.authorId, comment, now)) return err({ code: "refused", reason: "records.errors.tooLate" });

    if (!(await saveComment(tx, comment, { body: "", mentions: [], deletedAt: now })))
      return err({ code: "conflict", entity: "comment", reason: "records.errors.changedElsewhere" });
    return ok({ value: { commentId }, events: [commentEvent("record.commentDeleted", comment)] });
  },
});
