import type { Tx } from "@/server/db";

/** Keeps a sealed secret that is not confirmed yet; false where a confirmed one stands. Runs as the system. */
export async function beginSecondFactor(tx: Tx, personId: string, sealed: string, now: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ begun: boolean }[]>`
    select identity.begin_second_factor(${personId}::uuid, ${sealed}, ${now}) as begun`;
  return row?.begun ?? false;
}

export type SecondFactor = { readonly secret: string; readonly confirmed: boolean; readonly codes_left: number };

/** The second factor of somebody, begun or confirmed. Runs as the system. */
export async function secondFactorOf(tx: Tx, personId: string): Promise<SecondFactor | null> {
  const [row] = await tx.$queryRaw<SecondFactor[]>`
    select secret, confirmed, codes_left from identity.second_factor_of(${personId}::uuid)`;
  return row ?? null;
}

/** Takes the code of a step: true for exactly one caller. Runs as the system. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    select identity.use_step(${personId}::uuid, ${step}) as used`;
  return row?.used ?? false;
}

/** Turns the second factor on, or gives it new recovery codes. Runs as the system. */
export async function confirmFactor(tx: Tx, personId: string, hashes: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`select identity.confirm_second_factor(${personId}::uuid, ${[...hashes]}::text[], ${now})`;
}

/** Takes the second factor away; false where there was none. Runs as the system. */
export async function removeFactor(tx: Tx, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ removed: boolean }[]>`
    select identity.remove_second_factor(${personId}::uuid) as removed`;
  return row?.removed ?? false;
}

/** Which of some people, as far as they are in sight, sign in with a second factor. */
export async function withSecondFactor(tx: Tx, people: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.id from person p where p.id = any (${[...people]}::uuid[]) and identity.has_second_factor(p.id)`;
  return new Set(rows.map(({ id }) => id));
}
