import { sessionCookie } from "@/server/auth/cookie";
import { endSession } from "@/server/auth/credentials";
import { sessionId } from "@/server/auth/viewer";
import { publicRoute } from "@/server/route";

/** Ends the session row and forgets the cookie. A plain form posts here, so that leaving never needs a script. */
export const POST = publicRoute(async () => {
  const session = await sessionId();
  if (session) await endSession(session);
  const { name, secure } = sessionCookie();
  const expired = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return new Response(null, { status: 303, headers: { location: "/sign-in", "set-cookie": expired } });
});
