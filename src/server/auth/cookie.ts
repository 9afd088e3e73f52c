import { env, isLoopback } from "@/server/env";

/** `__Host-` where the configured address is https, a plain name on loopback; anything else does not start. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = new URL(env().APP_URL).protocol === "https:";
  return { name: secure ? "__Host-entente-session" : "entente-session", secure };
}

/** The one-click sign-in of a demo database answers on loopback only. */
export function demoMayBeOffered(): boolean {
  return isLoopback(env().APP_URL);
}
