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

// Where anybody gets an address, the address says nothing about the company.
const mailProviders = new Set(
  "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de aol.com proton.me protonmail.com mail.ru qq.com 163.com".split(
    " ",
  ),
);

/** The registrable domains a customer shows: that of its website, then that of a contact's e-mail address. */
export function shownDomains(website: string, email: string): string[] {
  const ofContact = registrableDomain(email);
  const found = [registrableDomain(website), ofContact && !mailProviders.has(ofContact) ? ofContact : null];
  return [...new Set(found.filter((domain) => domain !== null))];
}
