import { z } from "zod";
import { originOf } from "@/server/auth/origin";
import { prove } from "@/server/auth/proof";
import { viewer } from "@/server/auth/viewer";
import { route } from "@/server/route";

const given = z.strictObject({ secret: z.string().min(1).max(200) });

/** Somebody signed in gives password or code once more, for what they are about to do. */
export const POST = route("profile.own", async ({ request, now }) => {
  const parsed = given.safeParse(await request.json().catch(() => null));
  const current = await viewer();
  if (!parsed.success || !current) return Response.json({ ok: false });
  const who = { personId: current.self.personId, email: current.email, sessionId: current.sessionId };
  return Response.json({ ok: await prove(who, parsed.data.secret, originOf(request.headers).address, now) });
});
