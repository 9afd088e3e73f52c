import { z } from "zod";
import { registrableDomain } from "@/modules/accounts/domain/website";
import { breachOutcomes, goOnReasons } from "./domain/protected-customer";

const filled = (key: string, most = 200) => z.string().trim().min(1, key).max(most, "opportunities.errors.tooLong");

const customer = z.strictObject({
  name: filled("opportunities.errors.customerMissing"),
  website: z
    .string()
    .trim()
    .max(300, "opportunities.errors.tooLong")
    .refine((value) => value === "" || registrableDomain(value) !== null, "opportunities.errors.websiteInvalid"),
  country: z.string().regex(/^[A-Z]{2}$/, "opportunities.errors.countryMissing"),
});

export const lookUpInput = z.strictObject({ customer });

export const openOpportunityInput = z.strictObject({
  opportunityId: z.uuid(),
  customer,
  title: filled("opportunities.errors.titleMissing"),
  // A form sends an empty text where none was chosen.
  productLineId: z.union([z.uuid(), z.literal("")]).transform((value) => value || null),
  reason: z.union([z.enum(goOnReasons), z.literal("")]).transform((value) => value || null),
  note: z
    .string()
    .max(2000, "opportunities.errors.tooLong")
    .transform((value) => value.trim()),
});

export const closeBreachInput = z.strictObject({
  breachId: z.uuid(),
  outcome: z.enum(breachOutcomes, "opportunities.errors.outcomeMissing"),
  note: z.string().trim().min(3, "opportunities.errors.noteMissing").max(2000, "opportunities.errors.tooLong"),
});

/** What the worker hands over when the CRM brought an opportunity at a protected customer. */
export const watchInput = z.strictObject({ opportunityId: z.uuid() });
