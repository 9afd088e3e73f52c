import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { type PersonActor, partnerRoles, personActor, vendorRoles } from "@/kernel/actor";
import { authPool } from "@/server/db";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { sessionCookie } from "./cookie";

const viewerRow = z.object({
  person_id: z.uuid(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  partner_id: z.uuid().nullable(),
  organisation: z.string(),
  roles: z.array(z.enum([...vendorRoles, ...partnerRoles])),
  shares_deals: z.boolean(),
  locale: z.string(),
  zone: z.string(),
  last_seen_at: z.date(),
});

/** Who asks, with what the shell shows of them. */
export type Viewer = { actor: PersonActor; email: string; title: string; organisation: string; sessionId: string };

const idleMinutes = { strict: 30, usual: 480 };
const strictRoles = new Set<string>(["finance", "administrator", "program_owner"]);

/** The session id the cookie carries, or null where there is none or it was tampered with. */
export async function sessionId(): Promise<string | null> {
  const jar = await cookies();
  const { name } = sessionCookie();
  const token = jar.get(name)?.value;
  if (!token) return null;
  const content = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const id = z.uuid().safeParse(content?.sid);
  return id.success ? id.data : null;
}

/**
 * Reads session row, person, memberships and partner from the database: a removed person or a changed role counts from this
 * request on. Writes `last_seen_at` at most once a minute.
 */
export async function findViewer(session: string, now: Date): Promise<Viewer | null> {
  const { rows } = await authPool().query("select * from identity.viewer($1, $2)", [session, now]);
  if (rows.length === 0) return null;
  const row = viewerRow.parse(rows[0]);
  const actor = personActor({
    personId: row.person_id,
    name: row.name,
    partnerId: row.partner_id,
    roles: row.roles,
    seesCompanyDeals: row.shares_deals,
    zone: row.zone,
    locale: row.locale,
  });
  if (!actor) {
    log.error({ person: row.person_id }, "a person holds a role of the other side and is let in nowhere");
    return null;
  }
  const idle = (now.getTime() - row.last_seen_at.getTime()) / 60_000;
  if (idle > (row.roles.some((role) => strictRoles.has(role)) ? idleMinutes.strict : idleMinutes.usual)) return null;
  if (idle >= 1) {
    await authPool().query("update identity.session set last_seen_at = $2 where id = $1", [session, now]);
  }
  return { actor, email: row.email, title: row.title, organisation: row.organisation, sessionId: session };
}

/** The viewer of this request, read once per request. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await sessionId();
  return session ? findViewer(session, new Date()) : null;
});
