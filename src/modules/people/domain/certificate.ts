import { addDays, type PlainDate } from "@/kernel/dates";

export type CertificateState = "valid" | "ending" | "expired";

/** How long before its end a certificate is named as ending, in days. */
export const endingDays = 60;

/** Where a certificate stands on a day. It is valid through the day before it expires. */
export function certificateState(expiresOn: PlainDate | null, today: PlainDate): CertificateState {
  if (expiresOn === null) return "valid";
  if (expiresOn <= today) return "expired";
  return expiresOn <= addDays(today, endingDays) ? "ending" : "valid";
}
