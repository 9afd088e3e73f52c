import { readiness } from "@/server/readiness";
import { publicRoute } from "@/server/route";

/** The product can work: database, migrations, worker. */
export const GET = publicRoute(async () => {
  const state = await readiness(new Date());
  return Response.json(state, { status: state.status === "ready" ? 200 : 503 });
});
