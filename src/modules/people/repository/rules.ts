import type { Tx } from "@/server/db";

export type SignInRules = {
  readonly secondFactorRequired: boolean;
  readonly idleMinutes: number;
  readonly strictIdleMinutes: number;
};

/** Keeps what is asked of everybody who signs in. Runs as the system. */
export async function saveRules(tx: Tx, rules: SignInRules): Promise<void> {
  await tx.installation.update({ where: { id: 1 }, data: rules, select: { id: true } });
}
