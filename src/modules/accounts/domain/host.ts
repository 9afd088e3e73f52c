/** A website as people say it, without scheme, "www." and what follows the host: "https://www.acme.com/de" is "acme.com". */
export function hostOf(website: string): string {
  return website
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/[/?#].*$/, "");
}
