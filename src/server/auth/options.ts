import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/server/env";
import { sessionCookie } from "./cookie";
import { signInToDemo, signInWithPassword } from "./credentials";
import { beginInstallation } from "./first-administrator";

const twelveHours = 12 * 3600;

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
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const session = await signInWithPassword(given?.email ?? "", given?.password ?? "", new Date());
          return session ? { id: session } : null;
        },
      }),
      Credentials({
        id: "demo",
        credentials: { personId: {} },
        async authorize(given) {
          const session = await signInToDemo(given?.personId ?? "", new Date());
          return session ? { id: session } : null;
        },
      }),
      Credentials({
        id: "welcome",
        credentials: { token: {}, company: {}, name: {}, email: {}, password: {}, zone: {}, locale: {} },
        async authorize(given) {
          const session = await beginInstallation(given, new Date());
          return session ? { id: session } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
