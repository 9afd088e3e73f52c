import type { PolicyBody } from "@/kernel/policy";
import type { Tx } from "./db";

export type PolicyVersion = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly effectiveFrom: Date;
  readonly body: PolicyBody;
};

const columns = { id: true, version: true, name: true, effectiveFrom: true, body: true } as const;

// Bodies are linted before they are published, so what is stored has the shape of the language.
function toVersion(row: {
  id: string;
  version: number;
  name: string;
  effectiveFrom: Date;
  body: unknown;
}): PolicyVersion {
  return { ...row, body: row.body as PolicyBody };
}

/** The published version of a kind that is in force at a moment; null where the program has none yet. */
export async function findPolicyInForce(tx: Tx, kind: string, at: Date): Promise<PolicyVersion | null> {
  const row = await tx.policyVersion.findFirst({
    where: { kind, status: { in: ["published", "superseded"] }, effectiveFrom: { lte: at } },
    orderBy: [{ effectiveFrom: "desc" }, { version: "desc" }],
    select: columns,
  });
  return row && toVersion(row);
}

/** The published version of a kind that is in force at a moment. To decide without one is a bug. */
export async function policyInForce(tx: Tx, kind: string, at: Date): Promise<PolicyVersion> {
  const found = await findPolicyInForce(tx, kind, at);
  if (!found) throw new Error(`no version of ${kind} is in force`);
  return found;
}

/** The version a case was submitted under: running cases keep it. */
export async function policyVersion(tx: Tx, id: string): Promise<PolicyVersion> {
  return toVersion(await tx.policyVersion.findUniqueOrThrow({ where: { id }, select: columns }));
}
