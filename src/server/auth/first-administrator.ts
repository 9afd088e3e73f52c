import { hash as hashPassword } from "@node-rs/argon2";
import { authPool } from "@/server/db";
import { newId } from "@/server/ids";
import { languages } from "@/server/languages";
import { openSession } from "./credentials";
import { linkHash } from "./link-hash";
import { firstAdministrator } from "./welcome-schema";

/** Whether nobody has ever worked in this database. */
export async function isEmptyInstallation(): Promise<boolean> {
  const { rows } = await authPool().query<{ empty: boolean }>("select identity.is_empty() as empty");
  return rows[0]?.empty ?? false;
}

/** Whether a link leads to the first administrator's page. */
export async function isFirstLink(token: string, now: Date): Promise<boolean> {
  const { rows } = await authPool().query<{ known: boolean }>("select identity.knows_first_link($1, $2) as known", [
    linkHash(token),
    now,
  ]);
  return rows[0]?.known ?? false;
}

/**
 * Makes the installation with its first person, who may do everything one needs to begin alone, and opens a session. Null where
 * the link leads nowhere or something is missing.
 */
export async function beginInstallation(given: unknown, now: Date): Promise<string | null> {
  const parsed = firstAdministrator.safeParse(given);
  if (!parsed.success || !languages().includes(parsed.data.locale) || !(await isFirstLink(parsed.data.token, now)))
    return null;
  const { token, company, name, email, password, zone, locale } = parsed.data;
  const personId = newId();
  const memberships = [newId(), newId(), newId()];
  const { rows } = await authPool().query<{ begun: boolean }>(
    "select identity.begin_installation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as begun",
    [
      linkHash(token),
      now,
      personId,
      newId(),
      newId(),
      memberships,
      company,
      name,
      email,
      await hashPassword(password),
      locale,
      zone,
    ],
  );
  return rows[0]?.begun ? openSession(personId, { userAgent: "" }, now) : null;
}
