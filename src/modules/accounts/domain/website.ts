import { getDomain } from "tldts";

/**
 * The registrable domain of a website or e-mail address as typed ("https://shop.acme.co.uk/x" → "acme.co.uk"), by the Public
 * Suffix List. Null where there is none, such as an IP address or a bare word.
 */
export function registrableDomain(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text === "" || /\s/.test(text)) return null;
  return getDomain(text, { allowPrivateDomains: true });
}
