import { env } from "./env";

/**
 * Whether a writing request comes from our own pages: its Origin is the configured address. The Host and X-Forwarded-Host
 * headers are never asked, because the sender chooses them; a request without Origin is refused.
 */
export function comesFromOurPages(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  return headers.get("origin") === new URL(env().APP_URL).origin;
}
