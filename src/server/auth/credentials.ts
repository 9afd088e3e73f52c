import { authPool } from "@/server/db";
import { newId } from "@/server/ids";
import { mayTry, writeTry } from "./attempts";
import { demoMayBeOffered } from "./cookie";
import type { RequestOrigin } from "./origin";
import { takesCode, whosePassword } from "./proof";

const absoluteHours = 12;

/** Begins a session of a person who has shown who they are. */
export async function openSession(
  personId: string,
  { userAgent }: Pick<RequestOrigin, "userAgent">,
  now: Date,
): Promise<string> {
  const id = newId();
  const expires = new Date(now.getTime() + absoluteHours * 3_600_000);
  await authPool().query(
    `insert into identity.session (id, person_id, created_at, last_seen_at, proved_at, expires_at, user_agent)
     values ($1, $2, $3, $3, $3, $4, $5)`,
    [id, personId, now, expires, userAgent],
  );
  return id;
}

export type Given = { readonly email: string; readonly password: string; readonly code?: string };
export type SignedIn =
  | { readonly session: string }
  /** `credentials` says no more than "that did not work", whatever the cause; of a code is spoken after the right password only. */
  | { readonly refused: "credentials" | "codeMissing" | "codeWrong" };

/** Checks e-mail, password and, where there is one, the second factor, and opens a session under an id of its own. */
export async function signInWithPassword(given: Given, origin: RequestOrigin, now: Date): Promise<SignedIn> {
  const email = given.email.trim().toLowerCase();
  const code = given.code?.trim() ?? "";
  const allowed = await mayTry("password", email, origin.address);
  const known = await whosePassword(email, given.password);
  const asksForCode = allowed && known?.hasSecondFactor === true;
  if (asksForCode && code === "") return { refused: "codeMissing" };
  const success = allowed && known !== null && (!known.hasSecondFactor || (await takesCode(known.personId, code, now)));
  await writeTry("password", email, origin.address, success);
  if (success) return { session: await openSession(known.personId, origin, now) };
  return { refused: asksForCode ? "codeWrong" : "credentials" };
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
export async function signInToDemo(personId: string, origin: RequestOrigin, now: Date): Promise<string | null> {
  const people = await demoPeople();
  return people.some((person) => person.person_id === personId) ? openSession(personId, origin, now) : null;
}

/** Ends one session at once; the next request with it is nobody's. */
export async function endSession(sessionId: string): Promise<void> {
  await authPool().query("update identity.session set ended_at = now() where id = $1 and ended_at is null", [
    sessionId,
  ]);
}
