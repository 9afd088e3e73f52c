import pino from "pino";

/** What is said of an error, and not what hangs on it: one of the database driver's carries its whole connection. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}

/** Structured log lines on standard output. Never put a person's data or a secret into a line. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { service: "entente" },
  serializers: { err: describeError },
  redact: ["password", "*.password", "email", "*.email", "cookie", "*.cookie"],
});
