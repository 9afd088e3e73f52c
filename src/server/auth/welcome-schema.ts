import { z } from "zod";

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What the first administrator says; the form and the server check by the same. */
export const firstAdministrator = z.object({
  token: z.string().regex(/^[\w-]{43}$/, "welcome.errors.link"),
  company: z.string().trim().min(2, "welcome.errors.company").max(120, "welcome.errors.company"),
  name: z.string().trim().min(2, "welcome.errors.name").max(120, "welcome.errors.name"),
  email: z.string().trim().toLowerCase().pipe(z.email("welcome.errors.email").max(200, "welcome.errors.email")),
  password: z.string().min(12, "welcome.errors.password").max(200, "welcome.errors.passwordLong"),
  zone: z.string().refine(isZone, "welcome.errors.zone"),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "welcome.errors.locale"),
});
export type FirstAdministrator = z.infer<typeof firstAdministrator>;
