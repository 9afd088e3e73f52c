import { z } from "zod";
import { delimiters } from "./domain/dialect";

export const readFileInput = z.strictObject({
  importId: z.uuid(),
  preset: z.string().max(60),
  /** What the import is called: the name of the file or folder. */
  name: z.string().trim().min(1).max(200),
  encoding: z.string().max(40).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** The line that names the columns; 0 where none does. */
  headerLine: z.int().min(0).max(1000).optional(),
});

export const checkImportInput = z.strictObject({
  importId: z.uuid(),
  answers: z.record(z.string().max(400), z.string().max(200)),
  acceptProposals: z.boolean(),
  onDuplicate: z.enum(["skip", "update"]),
  goodRowsOnly: z.boolean(),
});

export const importInput = z.strictObject({ importId: z.uuid() });

export const commitImportInput = importInput.extend({
  /** Leaves the wrong rows out, whatever was said at the check. */
  goodRowsOnly: z.boolean().optional(),
});

export const purgeInput = z.strictObject({});
