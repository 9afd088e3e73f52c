import { z } from "zod";
import { partnerRoles, vendorRoles } from "@/kernel/actor";
import { isPlainDate, plainDate } from "@/kernel/dates";
import { passwordProblem } from "./domain/password";

const filled = (key: string, most = 200) => z.string().trim().min(1, key).max(most, "people.errors.tooLong");

export const personName = filled("people.errors.name");
const title = z.string().trim().max(120, "people.errors.tooLong");
const email = z
  .string()
  .trim()
  .min(1, "people.errors.email")
  .max(254, "people.errors.tooLong")
  .toLowerCase()
  .pipe(z.email("people.errors.emailInvalid"));
const roles = z.array(z.enum([...vendorRoles, ...partnerRoles])).min(1, "people.errors.roles");
/** Territory of a channel manager; empty where there is none. */
const region = z.union([z.literal(""), z.uuid()]).transform((value) => value || null);

/** A password somebody chooses; what is personal about it is looked at where it is known. */
export const newPassword = z.string().superRefine((value, context) => {
  const problem = passwordProblem(value);
  if (problem) context.addIssue({ code: "custom", message: `people.errors.password.${problem}` });
});

export const inviteInput = z.strictObject({
  /** The partner to join; null for the vendor. */
  partnerId: z.uuid().nullable(),
  email,
  name: personName,
  title,
  roles,
  regionId: region,
});
export type InviteForm = z.input<typeof inviteInput>;

export const invitationInput = z.strictObject({ invitationId: z.uuid() });

const zone = z.string().max(60).refine(isZone, "people.errors.zone");

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const locale = z.string().max(20);
/** With the "+" of its country, and signs between the digits as people write them. */
const phone = z.union([
  z.literal(""),
  z
    .string()
    .trim()
    .max(40, "people.errors.tooLong")
    .regex(/^\+?[\d\s()./-]{5,}$/, "people.errors.phone"),
]);

export const profileInput = z.strictObject({ name: personName, title, phone, locale, zone });
export type ProfileForm = z.input<typeof profileInput>;

export const languageInput = z.strictObject({ locale });
export const nothing = z.strictObject({});
export const changePasswordInput = z.strictObject({ password: newPassword });
export const codeInput = z.strictObject({
  code: z.string().trim().min(1, "people.errors.code").max(20, "people.errors.code"),
});
export const askResetInput = z.strictObject({ email });
export const resetPasswordInput = z.strictObject({ token: z.string().max(300), password: newPassword });

export const acceptInput = z.strictObject({
  token: z.string().max(300),
  name: personName,
  password: newPassword,
  zone,
});
export type AcceptForm = z.input<typeof acceptInput>;

export const personInput = z.strictObject({ personId: z.uuid() });

export const changeRolesInput = z.strictObject({ personId: z.uuid(), roles, regionId: region });
export type RolesForm = z.input<typeof changeRolesInput>;

const day = z
  .string()
  .trim()
  .min(1, "people.errors.absence.day")
  .refine(isPlainDate, "people.errors.absence.day")
  .transform((value) => plainDate(value));

export const absenceInput = z.strictObject({ from: day, to: day, coverId: z.uuid("people.errors.absence.cover") });
export type AbsenceForm = z.input<typeof absenceInput>;

export const absenceIdInput = z.strictObject({ absenceId: z.uuid() });

const minutes = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, "people.errors.minutes")
  .transform(Number)
  .refine((value) => value >= 5 && value <= 720, "people.errors.minutes");

export const signInRulesInput = z
  .strictObject({ secondFactor: z.enum(["required", "free"]), idleMinutes: minutes, strictIdleMinutes: minutes })
  .transform(({ secondFactor, ...idle }) => ({ secondFactorRequired: secondFactor === "required", ...idle }));
export type RulesForm = z.input<typeof signInRulesInput>;
