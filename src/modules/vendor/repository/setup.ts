import type { PolicyBody } from "@/kernel/policy";
import type { Tx } from "@/server/db";
import type { SaidState, SetupStep } from "../domain/setup";

/** Keeps what was said about a step. */
export async function saveStep(
  tx: Tx,
  step: SetupStep,
  state: SaidState,
  { now, byName }: { now: Date; byName: string },
): Promise<void> {
  const row = { state, at: now, byName };
  await tx.setupStep.upsert({ where: { step }, create: { step, ...row }, update: row, select: { step: true } });
}

/** Publishes the first version of a kind of rule; false where there is one already. */
export async function publishFirst(
  tx: Tx,
  version: { id: string; kind: string; name: string; body: PolicyBody; now: Date },
): Promise<boolean> {
  const { id, kind, name, now } = version;
  const { count } = await tx.policyVersion.createMany({
    data: {
      id,
      kind,
      name,
      version: 1,
      status: "published",
      effectiveFrom: now,
      createdAt: now,
      // A body is plain data; the client's type of JSON wants it without read-only arrays.
      body: JSON.parse(JSON.stringify(version.body)),
    },
    skipDuplicates: true,
  });
  return count === 1;
}
