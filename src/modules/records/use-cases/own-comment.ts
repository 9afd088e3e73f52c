import type { Failure } from "@/kernel/failure";
import { err, ok, type Result } from "@/kernel/result";
import type { EventDraft } from "@/server/events";
import type { Context } from "@/server/use-case";
import { eventAudience } from "../domain/record";
import { type Comment, findComment } from "../repository/comments";

/** A comment of the actor. Somebody else's can be read and not changed. */
export async function ownComment(
  { actor, tx }: Pick<Context, "actor" | "tx">,
  id: string,
): Promise<Result<Comment, Failure>> {
  const comment = await findComment(tx, id);
  if (!comment) return err({ code: "not_found", entity: "comment" });
  const own = actor.kind === "person" && comment.authorId === actor.personId;
  return own ? ok(comment) : err({ code: "forbidden" });
}

/** That something happened to a comment; its words stand in the comment only. */
export function commentEvent(type: string, { id, subject, audience }: Comment): EventDraft {
  return {
    type,
    subjectKind: subject.kind,
    subjectId: subject.id,
    partnerId: subject.partnerId,
    audience: eventAudience(audience),
    data: { commentId: id },
  };
}
