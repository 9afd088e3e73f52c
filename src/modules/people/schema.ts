import { z } from "zod";
import { partnerRoles, vendorRoles } from "@/kernel/actor";
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
