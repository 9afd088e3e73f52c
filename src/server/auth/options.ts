import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/server/env";
import { sessionCookie } from "./cookie";
import { endSession, signInToDemo, signInWithPassword } from "./credentials";
import { beginInstallation } from "./first-administrator";
import { originOf } from "./origin";
import { sessionId } from "./viewer";

const twelveHours = 12 * 3600;

const origin = async () => originOf(await headers());

/** A new session takes the place of the one this browser had. */
async function entered(session: string): Promise<{ id: string }> {
  const before = await sessionId();
  if (before) await endSession(before);
  return { id: session };
}

/** next-auth, with a cookie that carries nothing but the id of a session row. */
export function authOptions(): AuthOptions {
  const { name, secure } = sessionCookie();
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: twelveHours },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    useSecureCookies: secure,
    cookies: { sessionToken: { name, options: cookie } },
    providers: [
      Credentials({
        id: "password",
        credentials: { email: {}, password: {}, code: {} },
        async authorize(given) {
          const { email = "", password = "", code = "" } = given ?? {};
          const answer = await signInWithPassword({ email, password, code }, await origin(), new Date());
          if ("session" in answer) return entered(answer.session);
          // The library hands the text of an error on to the form.
          if (answer.refused !== "credentials") throw new Error(answer.refused);
          return null;
        },
      }),
      Credentials({
        id: "demo",
        credentials: { personId: {} },
        async authorize(given) {
          const session = await signInToDemo(given?.personId ?? "", await origin(), new Date());
          return session ? entered(session) : null;
        },
      }),
      Credentials({
        id: "welcome",
        credentials: { token: {}, company: {}, name: {}, email: {}, password: {}, zone: {}, locale: {} },
        async authorize(given) {
          const session = await beginInstallation(given, new Date());
          return session ? entered(session) : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
