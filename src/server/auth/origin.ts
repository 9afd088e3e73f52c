import { env } from "@/server/env";

/** Where a request comes from, for counting tries and for the list of one's own sessions. */
export type RequestOrigin = { readonly address: string; readonly userAgent: string };

const longest = 300;

/**
 * The address and the browser of a request. Each proxy in front appends the address it was called from, so that counted from the
 * end the entry of the outermost trusted one is true, whatever the sender wrote before it.
 */
export function originOf(headers: Pick<Headers, "get">): RequestOrigin {
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const address = entries.at(-env().TRUSTED_PROXIES) ?? entries[0] ?? "";
  return { address: address.slice(0, 60), userAgent: (headers.get("user-agent") ?? "").slice(0, longest) };
}
