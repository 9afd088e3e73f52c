import { z } from "zod";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const schema = z
  .object({
    APP_DATABASE_URL: z.string().min(1),
    AUTH_DATABASE_URL: z.string().min(1),
    APP_URL: z.url({ protocol: /^https?$/ }),
    NEXTAUTH_SECRET: z.string().min(32),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    SMTP_URL: z.union([z.literal(""), z.url({ protocol: /^smtps?$/ })]).optional(),
    MAIL_FROM: z.string().optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(1).max(10).default(1),
    FILES_DIR: z.string().optional(),
    FILES_MOST_MB: z.coerce.number().int().min(1).max(2000).default(25),
    FILES_MOST_PER_RECORD: z.coerce.number().int().min(1).max(10_000).default(100),
    FILE_SCAN_COMMAND: z.string().optional(),
    S3_ENDPOINT: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    METRICS_TOKEN: z.union([z.literal(""), z.string().min(16)]).optional(),
  })
  .superRefine((value, context) => {
    if (value.SMTP_URL && !value.MAIL_FROM) {
      context.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "is needed to send mail through SMTP_URL" });
    }
    for (const name of ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
      if (value.S3_ENDPOINT && !value[name]) {
        context.addIssue({ code: "custom", path: [name], message: "is needed to keep files at S3_ENDPOINT" });
      }
    }
    if (!URL.canParse(value.APP_URL)) return;
    const address = new URL(value.APP_URL);
    if (address.protocol === "http:" && !loopback.has(address.hostname)) {
      context.addIssue({ code: "custom", path: ["APP_URL"], message: "must be https unless it is a loopback address" });
    }
  });

export type Environment = z.infer<typeof schema>;

/**
 * Checks the environment and names every unsafe or missing setting in one error.
 * Separate from `env()` so that it can be tested without a process.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The settings do not allow a safe start. ${problems.join("; ")}. See .env.example.`);
}

let current: Environment | undefined;

/** The settings, parsed at first use: a build or a test that needs none of them must not fail. */
export function env(): Environment {
  current ??= parseEnvironment(process.env);
  return current;
}

/** The configured address is loopback: plain cookies are allowed, and the demo sign-in may exist. */
export function isLoopback(address: string): boolean {
  return loopback.has(new URL(address).hostname);
}
