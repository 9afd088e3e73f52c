import { z } from "zod";
import { recordKindNames } from "./domain/record";

const kind = z.enum(recordKindNames);
/** A checkbox of a form that was sent as one, or a plain yes or no. */
const yes = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);

export const subject = { subjectKind: kind, subjectId: z.uuid() };

const body = z.string().trim().min(1, "records.errors.empty").max(4000, "records.errors.tooLong");

/** The form names the comment, so that sending it twice writes it once. */
export const addCommentInput = z.strictObject({ ...subject, commentId: z.uuid(), body, internal: yes });
export const editCommentInput = z.strictObject({ commentId: z.uuid(), body });
export const deleteCommentInput = z.strictObject({ commentId: z.uuid() });
