import { z } from "zod";
import type { Tx } from "@/server/db";

export type Opened = { readonly person_id: string; readonly partner_id: string | null };

/** Opens a reset for who signs in with an address; null where nobody does, or too often. Runs as the system. */
export async function openReset(
  tx: Tx,
  { id, email, now, until }: { id: string; email: string; now: Date; until: Date },
): Promise<Opened | null> {
  const [row] = await tx.$queryRaw<Opened[]>`
    select person_id, partner_id from identity.open_reset(${id}::uuid, ${email}, ${now}, ${until})`;
  return row ?? null;
}

export type OpenReset = Opened & {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly zone: string;
  readonly expires_at: Date;
};

/** Whom a reset is for while it can be used. Runs as the system. */
export async function resetOf(tx: Tx, id: string, now: Date): Promise<OpenReset | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await tx.$queryRaw<OpenReset[]>`
    select person_id, partner_id, name, email, locale, zone, expires_at from identity.reset_of(${id}::uuid, ${now})`;
  return row ?? null;
}

/** Uses a reset up; true for exactly one caller. Runs as the system. */
export async function applyReset(tx: Tx, id: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    select identity.use_reset(${id}::uuid, ${now}) as used`;
  return row?.used ?? false;
}
