import { z } from "zod";
import { namedConsequences } from "./domain/named-account";

/** What the form was filled in over: the entry that stood then, or nothing. */
const before = z.union([z.uuid(), z.literal("")]).transform((value) => value || null);

export const nameAccountInput = z.strictObject({
  accountId: z.uuid(),
  entryId: z.uuid(),
  before,
  ownerId: z.uuid("accounts.errors.ownerMissing"),
  consequence: z.enum(namedConsequences, "accounts.errors.consequenceMissing"),
  note: z
    .string()
    .max(1000, "accounts.errors.tooLong")
    .transform((value) => value.trim()),
});
export const unnameAccountInput = z.strictObject({ accountId: z.uuid(), entryId: z.uuid() });
