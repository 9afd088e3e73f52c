import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { scopeOf } from "@/kernel/access";
import { type PersonActor, partnerRoles, personActor, type Role, vendorRoles } from "@/kernel/actor";
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
  proved_at: z.date(),
  has_second_factor: z.boolean(),
  second_factor_required: z.boolean(),
  idle_minutes: z.number(),
  strict_idle_minutes: z.number(),
  stands_in_for: z.array(z.uuid()),
  viewed_partner_id: z.uuid().nullable(),
  viewed_partner: z.string().nullable(),
  viewed_in_care: z.boolean(),
});
type Row = z.infer<typeof viewerRow>;

/** Who asks, with what the shell shows of them. */
export type Viewer = {
  readonly actor: PersonActor;
  /** The person themselves, also while they look at a partner's pages. */
  readonly self: PersonActor;
  readonly email: string;
  readonly title: string;
  readonly organisation: string;
  readonly sessionId: string;
  /** When they last gave password or code. */
  readonly provedAt: Date;
  readonly hasSecondFactor: boolean;
  /** A second factor is asked of them and they have none yet: until then every page leads there. */
  readonly owesSecondFactor: boolean;
  /** The partner they look at. */
  readonly lookingAt: { readonly partnerId: string; readonly name: string } | null;
};

const strictRoles = new Set<Role>(["finance", "administrator", "program_owner"]);

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
  const self = personOf(row);
  if (!self) {
    log.error({ person: row.person_id }, "a person holds a role of the other side and is let in nowhere");
    return null;
  }
  const idle = (now.getTime() - row.last_seen_at.getTime()) / 60_000;
  if (idle > (self.roles.some((role) => strictRoles.has(role)) ? row.strict_idle_minutes : row.idle_minutes))
    return null;
  if (idle >= 1) {
    await authPool().query("update identity.session set last_seen_at = $2 where id = $1", [session, now]);
  }
  const lookingAt = partnerLookedAt(self, row);
  return {
    actor: lookingAt ? asPartner(self, lookingAt.partnerId) : self,
    self,
    email: row.email,
    title: row.title,
    organisation: row.organisation,
    sessionId: session,
    provedAt: row.proved_at,
    hasSecondFactor: row.has_second_factor,
    owesSecondFactor: row.second_factor_required && !row.has_second_factor && needsSecondFactor(self),
    lookingAt,
  };
}

function personOf(row: Row): PersonActor | null {
  return personActor({
    personId: row.person_id,
    name: row.name,
    partnerId: row.partner_id,
    roles: row.roles,
    seesCompanyDeals: row.shares_deals,
    zone: row.zone,
    locale: row.locale,
    ...(row.stands_in_for.length > 0 ? { standsInFor: row.stands_in_for } : {}),
  });
}

/** Whom a second factor is asked of where the installation asks for it: the vendor's people and who runs a partner's part. */
const needsSecondFactor = ({ side, roles }: PersonActor) => side === "vendor" || roles.includes("partner_admin");

/** The partner somebody looks at, as long as they look after it. */
function partnerLookedAt(self: PersonActor, row: Row): Viewer["lookingAt"] {
  const reach = scopeOf(self, "partner.viewAs");
  const may = reach === "all" || (reach === "territory" && row.viewed_in_care);
  return may && row.viewed_partner_id && row.viewed_partner
    ? { partnerId: row.viewed_partner_id, name: row.viewed_partner }
    : null;
}

/** What somebody of the vendor sees who looks at a partner: the pages of its admin, to read only. */
function asPartner({ personId, name, zone, locale }: PersonActor, partnerId: string): PersonActor {
  return {
    kind: "person",
    side: "partner",
    ...{ personId, name, zone, locale, partnerId },
    roles: ["partner_admin"],
    seesCompanyDeals: true,
    onlyLooks: true,
  };
}

/** The viewer of this request, read once per request. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const session = await sessionId();
  return session ? findViewer(session, new Date()) : null;
});
