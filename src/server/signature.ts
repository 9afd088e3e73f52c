import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "./env";

function signatureOf(purpose: string, value: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`${purpose}:${value}`).digest("base64url");
}

/** A value for an address, such as a link in a mail, that nobody else can make; for one purpose only. */
export function signed(purpose: string, value: string): string {
  return `${value}.${signatureOf(purpose, value)}`;
}

/** The value of a signed text, or null where it was not made by us for this purpose. */
export function verified(purpose: string, text: string): string | null {
  const dot = text.lastIndexOf(".");
  if (dot < 0) return null;
  const value = text.slice(0, dot);
  const found = Buffer.from(text.slice(dot + 1));
  const wanted = Buffer.from(signatureOf(purpose, value));
  return found.length === wanted.length && timingSafeEqual(found, wanted) ? value : null;
}
