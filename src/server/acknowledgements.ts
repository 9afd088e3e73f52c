import type { Actor } from "@/kernel/actor";
import type { Tx } from "./db";
import { findPolicyInForce } from "./policies";

/** Whether somebody still has to acknowledge the rules of a kind that are in force, where those rules ask for it. */
export async function mustAcknowledge(tx: Tx, actor: Actor, kind: string, now: Date): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const policy = await findPolicyInForce(tx, kind, now);
  if (policy?.body.settings["acknowledgement.required"] !== true) return false;
  return !(await hasAcknowledged(tx, actor.personId, policy.id));
}

/** Whether somebody has acknowledged a version. */
export async function hasAcknowledged(tx: Tx, personId: string, policyVersionId: string): Promise<boolean> {
  const key = { policyVersionId_personId: { policyVersionId, personId } };
  return (await tx.policyAcknowledgement.findUnique({ where: key, select: { at: true } })) !== null;
}
