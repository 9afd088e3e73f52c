import { z } from "zod";
import { mostBulkRows } from "./domain/bulk";

const list = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const column = z.string().regex(/^[a-zA-Z]{1,40}$/);
/** The query of an address, as the list reads it: nothing that leads elsewhere. */
const query = z
  .string()
  .max(2000)
  .regex(/^(\?[^#\s]*)?$/);

export const saveViewInput = z.strictObject({
  /** The view that is changed; a new one where there is none. */
  viewId: z.uuid().nullable(),
  list,
  query,
  name: z.string().trim().min(1, "lists.errors.name").max(60, "lists.errors.name"),
  shared: z.boolean(),
  /** The list begins with it. */
  start: z.boolean(),
});
export type SaveViewForm = z.input<typeof saveViewInput>;

export const deleteViewInput = z.strictObject({ viewId: z.uuid() });

export const chooseColumnsInput = z.strictObject({ list, columns: z.array(column).max(40) });

const word = z.string().regex(/^[a-z][a-zA-Z-]{0,39}$/);

/** Rows somebody chose, as they saw them. */
const chosen = z.strictObject({
  id: z.uuid(),
  version: z.number().int().min(0),
  label: z.string().transform((text) => text.slice(0, 300)),
});

/** The form names the run, so that sending it twice starts it once. */
export const startBulkInput = z.strictObject({
  runId: z.uuid(),
  list: word,
  action: word,
  rows: z.array(chosen).min(1, "bulk.errors.none").max(mostBulkRows, "bulk.errors.tooMany"),
  answers: z.record(word, z.string().trim().max(2000, "bulk.errors.tooLong")),
});

/** What a form for some fields holds: those that say what is missing are needed. */
export function bulkFormSchema(fields: readonly { readonly name: string; readonly missing?: string }[]) {
  const answer = z.string().trim().max(2000, "bulk.errors.tooLong");
  const answers = fields.map(({ name, missing }) => [name, missing ? answer.min(3, missing) : answer] as const);
  return startBulkInput.extend({ answers: z.strictObject(Object.fromEntries(answers)) });
}
