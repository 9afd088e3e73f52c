/**
 * Whether a website or e-mail address as typed lies in a registrable domain ("https://shop.acme.example/x" lies in
 * "acme.example"). It needs no Public Suffix List, so a browser can ask while somebody types.
 */
export function isWithinDomain(typed: string, domain: string): boolean {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/[/?#].*$/, "")
    .replace(/^.*@/, "")
    .replace(/:\d*$/, "")
    .replace(/\.$/, "");
  return domain !== "" && (host === domain || host.endsWith(`.${domain}`));
}
