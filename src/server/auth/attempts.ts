import { authPool } from "@/server/db";

/** What somebody tries to guess: a password at the door, whether an account exists, or the proof of a person signed in. */
export type AttemptKind = "password" | "reset" | "proof";

const perAccount = 10;
const perAddress = 50;
const windowMinutes = 15;

/** Whether another try is allowed now: counted by account and by the address it comes from, known or not. */
export async function mayTry(kind: AttemptKind, email: string, address: string): Promise<boolean> {
  const { rows } = await authPool().query<{ account: number; address: number }>(
    `select
       (select count(*)::int from identity.sign_in_attempt
        where email = $2 and kind = $1 and not success and at > now() - make_interval(mins => $4)) as account,
       (select count(*)::int from identity.sign_in_attempt
        where address = $3 and address <> '' and kind = $1 and not success and at > now() - make_interval(mins => $4)) as address`,
    [kind, email, address, windowMinutes],
  );
  const [tried] = rows;
  return (tried?.account ?? 0) < perAccount && (tried?.address ?? 0) < perAddress;
}

/** Writes a try down, so that the next ones are counted. */
export async function writeTry(kind: AttemptKind, email: string, address: string, success: boolean): Promise<void> {
  await authPool().query(
    "insert into identity.sign_in_attempt (kind, email, address, success) values ($1, $2, $3, $4)",
    [kind, email, address, success],
  );
}
