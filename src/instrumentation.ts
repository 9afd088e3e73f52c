import type { Instrumentation } from "next";

const longestStop = 9000;

/**
 * Asked to stop, Next takes no new requests, finishes those at work and ends. What hangs must not keep it for longer than whoever
 * asked waits before killing it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/server/log");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log.info({ signal }, "web stopping");
      setTimeout(() => process.exit(1), longestStop).unref();
    });
  }
}

/** Every error nobody expected, with the request it happened in. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath, routeType }) => {
  const { log } = await import("@/server/log");
  const id = request.headers["x-request-id"];
  log.error({ err: error, requestId: id, method: request.method, route: routePath, kind: routeType }, "request failed");
};
