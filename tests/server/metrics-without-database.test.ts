import { expect, test } from "vitest";

test("figures are there also when the database is not", async () => {
  process.env.APP_DATABASE_URL = "postgresql://entente_app@127.0.0.1:1/entente";
  process.env.AUTH_DATABASE_URL = process.env.APP_DATABASE_URL;
  process.env.APP_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret that is only used in tests, 32 bytes";
  const { metricsText } = await import("@/server/metrics-endpoint");
  const text = await metricsText();
  expect(text).toContain("entente_database_up 0\n");
  expect(text).toContain("process_resident_memory_bytes");
});
