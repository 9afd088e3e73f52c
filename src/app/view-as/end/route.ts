import { stopLooking } from "@/modules/partners/use-cases/stop-looking";
import { viewer } from "@/server/auth/viewer";
import { newId } from "@/server/ids";
import { publicRoute } from "@/server/route";
import { execute } from "@/server/use-case";

/** Ends the view as a partner and leads back to its record. A plain form posts here, so that leaving never needs a script. */
export const POST = publicRoute(async (request) => {
  const current = await viewer();
  const location = current?.lookingAt ? `/channel/partners/${current.lookingAt.partnerId}` : "/";
  if (current?.lookingAt) {
    const session = { id: current.sessionId, provedAt: current.provedAt };
    const requestId = request.headers.get("x-request-id") ?? undefined;
    const { partnerId } = current.lookingAt;
    await execute(stopLooking, current.self, { partnerId }, { now: new Date(), newId, requestId, session });
  }
  return new Response(null, { status: 303, headers: { location } });
});
