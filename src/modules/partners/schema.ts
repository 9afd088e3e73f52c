import { z } from "zod";
import { isPlainDate, plainDate } from "@/kernel/dates";
import { contactKinds } from "./domain/contact";

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
