import type { Tx } from "@/server/db";

/** Sets a password by its hash. Runs as the system. */
export async function setPassword(tx: Tx, personId: string, hash: string, now: Date): Promise<void> {
  await tx.$executeRaw`select identity.set_password(${personId}::uuid, ${hash}, ${now})`;
}

/** Whether somebody can sign in with a password. Runs as the system. */
export async function hasPassword(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select identity.has_password(${personId}::uuid) as found`;
  return row?.found ?? false;
}

/** Ends somebody's sessions, all but one that is kept. Returns how many. Runs as the system. */
export async function endSessions(tx: Tx, personId: string, kept: string | null, now: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`
    select identity.end_sessions(${personId}::uuid, ${kept}::uuid, ${now}) as ended`;
  return row?.ended ?? 0;
}
