import { verify } from "@node-rs/argon2";
import { authPool } from "@/server/db";
import { mayTry, writeTry } from "./attempts";
import { recoveryHash, stepOf } from "./second-factor";

// A hash of nothing anybody knows, checked when the e-mail is unknown so that both answers take the same time.
const decoyHash = "$argon2id$v=19$m=19456,t=2,p=1$ZGVjb3lkZWNveWRlY295$H1c3TWv6tpvnbdYPWdPdKkVJOj0xxx1uM0X1hBvEWuk";

export type Known = { readonly personId: string; readonly hasSecondFactor: boolean };

/** Whose password this is; null where it is nobody's, in the same time. */
export async function whosePassword(email: string, password: string): Promise<Known | null> {
  const { rows } = await authPool().query<{ person_id: string; password_hash: string }>(
    "select * from identity.find_credential($1)",
    [email],
  );
  const [found] = rows;
  const matches = await verify(found?.password_hash ?? decoyHash, password).catch(() => false);
  if (!found || !matches) return null;
  const factor = await factorOf(found.person_id);
  return { personId: found.person_id, hasSecondFactor: factor?.confirmed ?? false };
}

async function factorOf(personId: string): Promise<{ secret: string; confirmed: boolean } | null> {
  const { rows } = await authPool().query<{ secret: string; confirmed: boolean }>(
    "select secret, confirmed from identity.second_factor_of($1)",
    [personId],
  );
  return rows[0] ?? null;
}

/** Uses a code up: one of the app, each step once, or a recovery code. */
export async function takesCode(personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await factorOf(personId);
  if (!factor?.confirmed) return false;
  const step = stepOf(factor.secret, code, now);
  const recovery = recoveryHash(code);
  if (step === null && recovery === null) return false;
  const { rows } = await authPool().query<{ used: boolean }>(
    step === null
      ? { text: "select identity.use_recovery_code($1, $2, $3) as used", values: [personId, recovery, now] }
      : { text: "select identity.use_step($1, $2) as used", values: [personId, step] },
  );
  return rows[0]?.used ?? false;
}

type Proving = { readonly personId: string; readonly email: string; readonly sessionId: string };

/** Somebody signed in proves once more who they are, by password or code; the session remembers when. */
export async function prove(who: Proving, secret: string, address: string, now: Date): Promise<boolean> {
  const { personId, email, sessionId } = who;
  const allowed = await mayTry("proof", email, address);
  const known = await whosePassword(email, secret);
  const success = allowed && (known?.personId === personId || (await takesCode(personId, secret, now)));
  await writeTry("proof", email, address, success);
  if (success) await authPool().query("update identity.session set proved_at = $2 where id = $1", [sessionId, now]);
  return success;
}
