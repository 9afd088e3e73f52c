import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { keyedHash, seal, unseal } from "./seal";

const period = 30;
const recoveryCodes = 10;
const purpose = "second-factor";
// No letters or digits that look alike.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

function totp(base32: string, account: string, issuer: string): TOTP {
  return new TOTP({ issuer, label: account, algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(base32) });
}

/** A new secret, sealed for the database. */
export function newSealedSecret(): string {
  return seal(purpose, new Secret({ size: 20 }).base32);
}

/** What an app for codes needs: the address behind the picture, and the same to type. */
export function enrolment(sealed: string, account: string, issuer: string): { uri: string; secret: string } {
  const secret = unseal(purpose, sealed);
  return { uri: totp(secret, account, issuer).toString(), secret };
}

/** The step a code is of, at most one before or after now; null for a wrong one. Each step counts once; who takes it says so. */
export function stepOf(sealed: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(unseal(purpose, sealed), "", "").validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** Codes for the day the phone is gone, each for once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const letters = Array.from(randomBytes(12), (byte) => alphabet[byte % alphabet.length]).join("");
    return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
  });
}

/** What is stored of a recovery code, however it is typed; null where it can be none. */
export function recoveryHash(code: string): string | null {
  const letters = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return letters.length === 12 ? keyedHash("recovery-code", letters) : null;
}
