import type { PersonActor } from "@/kernel/actor";
import { asSystem, type Tx } from "@/server/db";
import { secondFactorOf } from "../repository/second-factor";
import { ownSessions } from "../repository/sessions";

/** What somebody reads and changes of themselves. */
export async function profileOf(tx: Tx, actor: PersonActor) {
  return tx.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { name: true, email: true, title: true, phone: true, locale: true, zone: true },
  });
}

export type OwnSession = {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
};

/** Where the reader is signed in, this session first. */
export async function sessionsOf(tx: Tx, current: string, now: Date): Promise<readonly OwnSession[]> {
  const rows = (await ownSessions(tx, now)).map(({ id, created_at, last_seen_at, user_agent }) => ({
    id,
    startedAt: created_at,
    lastSeenAt: last_seen_at,
    userAgent: user_agent,
  }));
  return [...rows.filter(({ id }) => id === current), ...rows.filter(({ id }) => id !== current)];
}

/** How the second factor of the reader stands; null where there is none, not even a begun one. */
export function ownSecondFactor(tx: Tx, actor: PersonActor) {
  return asSystem(tx, actor, "policy", () => secondFactorOf(tx, actor.personId));
}
