import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma downloads its native schema engine at first use, which fails behind a closed network. Our stand-in runs the
// WebAssembly build from the registry instead. Windows cannot execute a script by its first line, so it keeps the native one.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, "scripts/schema-engine.mjs");
}

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.DATABASE_URL ?? "postgresql://localhost/none",
    shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL,
  },
});
