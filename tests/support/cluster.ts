import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/lib/migrate";
import { startPostgres } from "../../scripts/lib/postgres";
import { ensureRoles, ownerRole } from "../../scripts/lib/roles";

export const templateName = "entente_template";
export const testPassword = "test";

declare module "vitest" {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "entente-tests-"));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const cluster = await startPostgres({ folder, settings });
  const passwords = { app: testPassword, auth: testPassword };
  await ensureRoles(cluster.url("postgres"), passwords);
  const admin = new pg.Client({ connectionString: cluster.url("postgres") });
  await admin.connect();
  await admin.query(`create database ${templateName} owner ${ownerRole}`);
  await admin.end();
  await ensureRoles(cluster.url(templateName), passwords);
  await migrate(cluster.url(templateName), path.resolve("prisma/migrations"));
  project.provide("clusterUrl", cluster.url("postgres"));
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
