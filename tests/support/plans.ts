import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { PrismaClient } from "@/server/generated/prisma/client";
import { oneAtATime } from "@/server/one-at-a-time";
import { testDatabaseUrl } from "./database";

const nodeSchema = z.looseObject({
  "Node Type": z.string(),
  "Parent Relationship": z.string().optional(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().optional(),
  "Rows Removed by Index Recheck": z.number().optional(),
  get Plans() {
    return z.array(nodeSchema).optional();
  },
});

/** One step of a plan, as PostgreSQL explains it. */
export type PlanNode = z.infer<typeof nodeSchema>;

/** A statement as the application sent it, with the plan it ran by and the time it took on the server. */
export type Explained = { readonly sql: string; readonly milliseconds: number; readonly plan: PlanNode };

const explained = z.object({ "Query Text": z.string(), Plan: nodeSchema });

function read(notice: string): Explained | null {
  const parts = /^duration: ([\d.]+) ms {2}plan:\n([\s\S]+)$/.exec(notice);
  if (!parts?.[1] || !parts[2]) return null;
  const { "Query Text": sql, Plan: plan } = explained.parse(JSON.parse(parts[2]));
  // The actor is set by a statement of its own at the start of each transaction.
  return sql.includes("set_config('role'") ? null : { sql, milliseconds: Number(parts[1]), plan };
}

async function explainEverything(): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabaseUrl() });
  await client.connect();
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
  };
  for (const [name, value] of Object.entries(settings)) {
    await client.query(
      `do $$ begin execute format('alter database %I set ${name} = ''${value}''', current_database()); end $$`,
    );
  }
  await client.end();
}

/**
 * Has the server explain every statement the application sends in this test file. The application's connections are made as
 * always, only that somebody listens: what is asserted is the plan a statement really ran by, for the role it really had.
 */
export async function listenToPlans(): Promise<<T>(work: () => Promise<T>) => Promise<readonly Explained[]>> {
  await explainEverything();
  const heard: Explained[] = [];
  const pool = new pg.Pool({ connectionString: process.env.APP_DATABASE_URL, max: 2 });
  pool.on("connect", (client) => {
    oneAtATime(client);
    client.on("notice", ({ message }) => {
      const plan = read(message ?? "");
      if (plan) heard.push(plan);
    });
  });
  const app = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  await import("@/server/db");
  // The one pool of the process, as `server/db.ts` keeps it.
  (globalThis as unknown as { ententePools: { app?: PrismaClient } }).ententePools.app = app;
  return async (work) => {
    heard.length = 0;
    await work();
    return [...heard];
  };
}

/** A step and all steps below it. */
export function steps(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(steps)];
}
