import pg from "pg";
import { replay } from "@/kernel/decision";
import type { Evaluation, Facts, PolicyBody } from "@/kernel/policy";

export type Replayed = {
  readonly decisions: number;
  /** Those that would come out otherwise now. */
  readonly different: readonly { readonly id: string; readonly subjectId: string; readonly why: string }[];
};

const page = 2000;
const statement = `select d.id, d.subject_id, d.policy_version_id, b.facts, b.evaluation
  from decision d join decision_basis b on b.decision_id = d.id
  where d.id > $1 order by d.id limit ${page}`;

type Row = { id: string; subject_id: string; policy_version_id: string; facts: Facts; evaluation: Evaluation };

function difference(body: PolicyBody | undefined, { facts, evaluation }: Row): string | null {
  if (!body) return "its rules are not there";
  try {
    const again = replay(body, { facts, evaluation });
    return again.same ? null : `${evaluation.verdict} was stored, ${again.evaluation.verdict} comes out`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Applies the stored version of the rules to the stored facts of every decision, a page at a time, and compares with what was stored. */
export async function replayAll(ownerUrl: string): Promise<Replayed> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set role entente_owner");
    const versions = await client.query<{ id: string; body: PolicyBody }>("select id, body from policy_version");
    const bodies = new Map(versions.rows.map(({ id, body }) => [id, body]));
    const different: Replayed["different"][number][] = [];
    let decisions = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
      const { rows } = await client.query<Row>(statement, [after]);
      for (const row of rows) {
        const why = difference(bodies.get(row.policy_version_id), row);
        if (why) different.push({ id: row.id, subjectId: row.subject_id, why });
      }
      decisions += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < page) return { decisions, different };
      after = last.id;
    }
  } finally {
    await client.end();
  }
}
