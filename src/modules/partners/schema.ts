import { z } from "zod";
import { isPlainDate, plainDate } from "@/kernel/dates";
import { contactKinds } from "./domain/contact";
import { contactTopics } from "./domain/contact-card";

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

/** Every topic has its line. */
const contacts = z.strictObject(
  Object.fromEntries(contactTopics.map((topic) => [topic, line])) as Record<
    (typeof contactTopics)[number],
    typeof line
  >,
);
/** By topic; without a person the usual choice of the program counts. */
export const saveContactsInput = z.strictObject({ partnerId: z.uuid(), contacts });
export type ContactsForm = z.input<typeof saveContactsInput>;

/** By topic; without a person the program names nobody. */
export const saveUsualContactsInput = z.strictObject({ contacts });
export type UsualContactsForm = z.input<typeof saveUsualContactsInput>;

export const partnerInput = z.strictObject({ partnerId: z.uuid() });

/** The form names the contact, so that sending it twice logs it once. */
export const logContactInput = z.strictObject({
  partnerId: z.uuid(),
  contactId: z.uuid(),
  kind: z.enum(contactKinds),
  on: z
    .string()
    .trim()
    .refine(isPlainDate, "partners.errors.dayInvalid")
    .transform((value) => plainDate(value)),
  note: z.string().trim().max(2000, "partners.errors.tooLong"),
  people: z.array(z.string().trim().min(1).max(200)).max(20),
});
