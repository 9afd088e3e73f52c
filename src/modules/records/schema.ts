import { z } from "zod";
import { isPlainDate, plainDate } from "@/kernel/dates";
import { recordKindNames } from "./domain/record";

const kind = z.enum(recordKindNames);
/** A checkbox of a form that was sent as one, or a plain yes or no. */
const yes = z.union([z.boolean(), z.enum(["on", "yes", "no"]).transform((value) => value !== "no")]).default(false);

export const subject = { subjectKind: kind, subjectId: z.uuid() };

const body = z.string().trim().min(1, "records.errors.empty").max(4000, "records.errors.tooLong");

/** The form names the comment, so that sending it twice writes it once. */
export const addCommentInput = z.strictObject({ ...subject, commentId: z.uuid(), body, internal: yes });
export const editCommentInput = z.strictObject({ commentId: z.uuid(), body });
export const deleteCommentInput = z.strictObject({ commentId: z.uuid() });

/** What a file turned out to be once it had arrived; the name alone comes from the sender. */
export const addFileInput = z.strictObject({
  ...subject,
  versionId: z.uuid(),
  internal: yes,
  name: z.string().min(1).max(200),
  bytes: z.number().int().positive(),
  type: z.string().max(200),
  sha256: z.string().length(64),
  scan: z.enum(["not_scanned", "clean", "quarantined"]),
});
export const setFileRemovedInput = z.strictObject({
  fileId: z.uuid(),
  removed: z.boolean(),
});

const day = z
  .string()
  .trim()
  .min(1, "records.errors.dayMissing")
  .refine(isPlainDate, "records.errors.dayInvalid")
  .transform((value) => plainDate(value));

/** The form names the task, so that sending it twice plans it once. */
export const addTaskInput = z.strictObject({
  ...subject,
  taskId: z.uuid(),
  title: z.string().trim().min(3, "records.errors.titleMissing").max(200, "records.errors.tooLong"),
  ownerId: z.uuid("records.errors.ownerMissing"),
  dueOn: day,
  internal: yes,
});
export const setTaskDoneInput = z.strictObject({
  taskId: z.uuid(),
  done: z.boolean(),
});
