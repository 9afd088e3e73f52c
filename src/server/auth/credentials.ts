import { verify } from "@node-rs/argon2";
import { authPool } from "@/server/db";
import { newId } from "@/server/ids";
import { demoMayBeOffered } from "./cookie";

const absoluteHours = 12;
const triesPerWindow = 10;
const windowMinutes = 15;

// A hash of nothing anybody knows, checked when the e-mail is unknown so that both answers take the same time.
const decoyHash = "$argon2id$v=19$m=19456,t=2,p=1$ZGVjb3lkZWNveWRlY295$H1c3TWv6tpvnbdYPWdPdKkVJOj0xxx1uM0X1hBvEWuk";

async function mayTry(email: string): Promise<boolean> {
  const { rows } = await authPool().query<{ tries: number }>(
    `select count(*)::int as tries from identity.sign_in_attempt
     where email = $1 and not success and at > now() - make_interval(mins => $2)`,
    [email, windowMinutes],
  );
  return (rows[0]?.tries ?? 0) < triesPerWindow;
}

/** Begins a session of a person who has shown who they are. */
export async function openSession(personId: string, now: Date): Promise<string> {
  const id = newId();
  const expires = new Date(now.getTime() + absoluteHours * 3_600_000);
  await authPool().query(
    "insert into identity.session (id, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)",
    [id, personId, now, expires],
  );
  return id;
}

/** Checks e-mail and password and opens a session. Null says no more than "that did not work", whatever the cause. */
export async function signInWithPassword(email: string, password: string, now: Date): Promise<string | null> {
  const address = email.trim().toLowerCase();
  const allowed = await mayTry(address);
  const { rows } = await authPool().query<{ person_id: string; password_hash: string }>(
    "select * from identity.find_credential($1)",
    [address],
  );
  const found = rows[0];
  const matches = await verify(found?.password_hash ?? decoyHash, password).catch(() => false);
  const success = allowed && found !== undefined && matches;
  await authPool().query("insert into identity.sign_in_attempt (email, success) values ($1, $2)", [address, success]);
  return success && found ? openSession(found.person_id, now) : null;
}

export type DemoPerson = {
  person_id: string;
  email: string;
  name: string;
  title: string;
  role: string;
  organisation: string;
};

/** The people of a demo database who may be entered with one click; none in any other database or on a public address. */
export async function demoPeople(): Promise<DemoPerson[]> {
  if (!demoMayBeOffered()) return [];
  const { rows } = await authPool().query<DemoPerson>("select * from identity.demo_people()");
  return rows;
}

/** Opens a session for a person of the demo. */
export async function signInToDemo(personId: string, now: Date): Promise<string | null> {
  const people = await demoPeople();
  return people.some((person) => person.person_id === personId) ? openSession(personId, now) : null;
}

/** Ends one session at once; the next request with it is nobody's. */
export async function endSession(sessionId: string): Promise<void> {
  await authPool().query("update identity.session set ended_at = now() where id = $1 and ended_at is null", [
    sessionId,
  ]);
}
