import type { Tx } from "@/server/db";

/** Says which partner a session looks at; false where there is no such session. Runs as the system. */
export async function lookAt(tx: Tx, sessionId: string, personId: string, partnerId: string | null): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ looks: boolean }[]>`
    select identity.look_at(${sessionId}::uuid, ${personId}::uuid, ${partnerId}::uuid) as looks`;
  return row?.looks ?? false;
}
