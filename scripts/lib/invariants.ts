import type pg from "pg";
import { accountInvariants } from "@/modules/accounts/invariants";
import { dealInvariants } from "@/modules/deals/invariants";
import { importInvariants } from "@/modules/imports/invariants";
import { noticeInvariants } from "@/modules/notices/invariants";
import { opportunityInvariants } from "@/modules/opportunities/invariants";
import { partnerInvariants } from "@/modules/partners/invariants";
import { peopleInvariants } from "@/modules/people/invariants";
import { revenueInvariants } from "@/modules/revenue/invariants";
import { type Invariant, serverInvariants } from "@/server/invariants";
import { readingEverything } from "./reading-everything";

/** Every statement that must return no row. */
export const invariants: readonly Invariant[] = [
  ...serverInvariants,
  ...peopleInvariants,
  ...partnerInvariants,
  ...accountInvariants,
  ...dealInvariants,
  ...revenueInvariants,
  ...opportunityInvariants,
  ...importInvariants,
  ...noticeInvariants,
];

export type Finding = Invariant & {
  readonly rows: number;
  readonly ms: number;
  /** The first of the rows, for whoever looks into it. */
  readonly examples: readonly unknown[];
};

const mostExamples = 3;

/** Runs one statement and counts what it returns. */
export async function examine(client: pg.Client, invariant: Invariant): Promise<Finding> {
  const started = performance.now();
  const { rows } = await client.query<{ rows: number; examples: readonly unknown[] | null }>(
    `with found as materialized (${invariant.sql}) select (select count(*)::int from found) as rows,
       (select jsonb_agg(f) from (select * from found limit ${mostExamples}) f) as examples`,
  );
  const ms = Math.round(performance.now() - started);
  return { ...invariant, rows: rows[0]?.rows ?? 0, ms, examples: rows[0]?.examples ?? [] };
}

/** Runs all statements over one and the same state of a database, of which row security hides nothing. */
export function examineAll(ownerUrl: string): Promise<Finding[]> {
  return readingEverything(ownerUrl, async (client) => {
    const findings: Finding[] = [];
    for (const invariant of invariants) findings.push(await examine(client, invariant));
    return findings;
  });
}

/** A line for each statement, and below it what was found. */
export function findingLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings.flatMap(({ name, guards, rows, ms, examples }) => {
    const line = `${rows === 0 ? "✓" : "✗"} ${name.padEnd(width)} ${String(rows).padStart(6)} rows ${String(ms).padStart(6)} ms`;
    if (rows === 0) return [line];
    return [line, `    ${guards}`, ...examples.map((example) => `    ${JSON.stringify(example)}`)];
  });
}
