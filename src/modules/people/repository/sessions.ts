import type { Tx } from "@/server/db";

export type SessionRow = {
  readonly id: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly user_agent: string;
};

/** The actor's own sessions that go on. */
export function ownSessions(tx: Tx, now: Date): Promise<SessionRow[]> {
  return tx.$queryRaw<SessionRow[]>`
    select id, created_at, last_seen_at, user_agent from identity.own_sessions(${now})`;
}
