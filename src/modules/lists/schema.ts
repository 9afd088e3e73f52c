import { z } from "zod";

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
