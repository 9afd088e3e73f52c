import { readdirSync } from "node:fs";
import path from "node:path";
import { authPool } from "./db";

export type Readiness = { status: "ready" | "not_ready"; database: boolean; migrations: boolean; worker: boolean };

const heartbeatSeconds = 60;

/** The newest migration this build knows. */
export function expectedMigration(): string | undefined {
  const folder = path.join(process.cwd(), "prisma", "migrations");
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
    .at(-1);
}

/** Whether the database answers, has the schema this build needs, and the worker has beaten within a minute. */
export async function readiness(now: Date): Promise<Readiness> {
  const { rows } = await authPool()
    .query<{ latest_migration: string | null; beat: Date | null }>("select * from identity.readiness()")
    .catch(() => ({ rows: [] }));
  const row = rows[0];
  const migrations = row?.latest_migration === expectedMigration();
  const worker = row?.beat != null && now.getTime() - row.beat.getTime() < heartbeatSeconds * 1000;
  return { status: migrations && worker ? "ready" : "not_ready", database: row !== undefined, migrations, worker };
}
