import type { Tx } from "@/server/db";
import type { RulesForm } from "../schema";

/** What the installation asks of everybody who signs in, as its form holds it. */
export async function signInRules(tx: Tx): Promise<RulesForm> {
  const row = await tx.installation.findUniqueOrThrow({
    where: { id: 1 },
    select: { secondFactorRequired: true, idleMinutes: true, strictIdleMinutes: true },
  });
  return {
    secondFactor: row.secondFactorRequired ? "required" : "free",
    idleMinutes: String(row.idleMinutes),
    strictIdleMinutes: String(row.strictIdleMinutes),
  };
}
