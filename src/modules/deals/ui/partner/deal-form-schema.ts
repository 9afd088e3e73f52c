import { z } from "zod";
import { dealContent } from "../../schema";

/** A registration as the form holds it: the content, and the answer where the vendor asked a question. */
export const registrationForm = dealContent.extend({ answer: z.string().max(2000, "deals.errors.tooLong") });
export const answerForm = registrationForm.extend({
  answer: z.string().trim().min(1, "deals.errors.answerMissing").max(2000, "deals.errors.tooLong"),
});

export type RegistrationValues = z.input<typeof registrationForm>;
