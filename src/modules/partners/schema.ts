import { z } from "zod";
import { contactTopics } from "./domain/contact";

const someone = z.union([z.literal(""), z.uuid()]);
const line = z
  .strictObject({ personId: someone, backupId: someone })
  .refine(({ personId, backupId }) => personId !== "" || backupId === "", {
    path: ["personId"],
    message: "partners.errors.backupAlone",
  })
  .refine(({ personId, backupId }) => personId === "" || personId !== backupId, {
    path: ["backupId"],
    message: "partners.errors.sameBackup",
  });

export const saveContactsInput = z.strictObject({
  partnerId: z.uuid(),
  /** By topic; without a person the usual choice of the program counts. */
  contacts: z.strictObject(
    Object.fromEntries(contactTopics.map((topic) => [topic, line])) as Record<
      (typeof contactTopics)[number],
      typeof line
    >,
  ),
});
export type ContactsForm = z.input<typeof saveContactsInput>;

export const partnerInput = z.strictObject({ partnerId: z.uuid() });
