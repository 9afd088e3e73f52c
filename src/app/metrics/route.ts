import { mayReadMetrics, metricsText } from "@/server/metrics-endpoint";
import { publicRoute } from "@/server/route";

/** The figures of this process and of the worker for Prometheus, for who has the token; there is no such page without one. */
export const GET = publicRoute(async (request) => {
  const may = mayReadMetrics(request.headers.get("authorization"));
  if (may === null) return new Response(null, { status: 404 });
  if (!may) return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  return new Response(await metricsText(), { headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" } });
});
