import pino from "pino";

/** Structured log lines on standard output. Never put a person's data or a secret into a line. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { service: "entente" },
  redact: ["password", "*.password", "email", "*.email", "cookie", "*.cookie"],
});
