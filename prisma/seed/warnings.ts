import type pg from "pg";
import { endWarnings } from "@/modules/deals/domain/protection";
import { warningType } from "@/modules/deals/repository/endings";

/**
 * The warnings before the end of a protection that were given before the program begins, so that a worker that starts now warns
 * only of what comes now.
 */
export async function writeWarningsGiven(db: pg.ClientBase, now: Date): Promise<void> {
  await db.query(
    `insert into event (id, at, type, subject_kind, subject_id, partner_id, audience, actor_kind, actor_name, actor_side, data, historic)
     select md5(d.id || w.at::text)::uuid, w.at, $2, 'deal', d.id, d.partner_id, 'all', 'system', 'Entente', 'system',
       jsonb_build_object('days', w.days, 'until', d.protected_until, 'endsOn', d.protected_until - 1), true
     from installation i cross join deal d cross join lateral (
       select days, (d.protected_until - days + $4::time) at time zone i.zone as at from unnest($3::int[]) days) w
     where d.status = 'approved' and d.stage not in ('won', 'lost') and d.protected_until > ($1 at time zone i.zone)::date and w.at <= $1
       and (d.decided_at is null or d.protected_until - (d.decided_at at time zone i.zone)::date > w.days)
     order by w.at, d.id`,
    [now, warningType, endWarnings.days, endWarnings.from],
  );
}
