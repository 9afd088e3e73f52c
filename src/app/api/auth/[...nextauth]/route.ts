import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/options";
import { publicRoute } from "@/server/route";

// next-auth's own token guards its posts; ours asks for the origin as well.
const handler = publicRoute((request, context) => NextAuth(authOptions())(request, context));

export { handler as GET, handler as POST };
