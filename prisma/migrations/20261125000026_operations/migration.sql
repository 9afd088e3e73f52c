-- What who runs the system sees of its work: whether it is done, and why it was not. Nothing of what the records say.

create function entente.operations_standing() returns table (
  beat timestamptz, latest_migration text, server_version text, database_bytes bigint,
  deliveries_waiting int, deliveries_since timestamptz, deliveries_failed int, clocks_overdue int, clocks_since timestamptz,
  mails_waiting int, mails_since timestamptz, mails_failed int
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select
    (select h.at from worker_heartbeat h),
    (select m.migration_name::text from _prisma_migrations m where m.finished_at is not null order by m.migration_name desc limit 1),
    current_setting('server_version'), pg_database_size(current_database()),
    d.waiting, d.since, (select count(*)::int from event_delivery f where f.state = 'failed'), c.overdue, c.since,
    w.waiting, w.since, (select count(*)::int from mail m where m.state = 'failed')
  from (select count(*)::int, min(due_at) from event_delivery where state = 'waiting' and due_at < now() - interval '1 minute') d (waiting, since),
    (select count(*)::int, min(due_at) from clock where stopped_at is null and fired_at is null and due_at < now() - interval '2 minutes') c (overdue, since),
    (select count(*)::int, min(due_at) from mail where state in ('queued', 'sending') and due_at < now() - interval '5 minutes') w (waiting, since);
end $$;

create function entente.troubled_deliveries(most int) returns table (
  id uuid, type text, at timestamptz, state text, attempts int, due_at timestamptz, reason text
) language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.type, e.at, d.state, d.attempts, d.due_at, d.error
  from event_delivery d join event e on e.id = d.event_id
  where d.state = 'failed' or d.state = 'waiting' and d.attempts > 0 order by d.state, e.sequence desc limit most
$$;

create function entente.troubled_mails(most int) returns table (
  id uuid, recipient text, at timestamptz, state text, attempts int, due_at timestamptz, reason text
) language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.name, m.created_at, m.state, m.attempts, m.due_at, m.error
  from mail m join person p on p.id = m.person_id
  where m.state = 'failed' or m.state = 'queued' and m.attempts > 0 order by m.state, m.created_at desc limit most
$$;

create function entente.overdue_clocks(most int) returns table (id uuid, kind text, due_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.kind, c.due_at from clock c
  where c.stopped_at is null and c.fired_at is null and c.due_at < now() - interval '2 minutes' order by c.due_at limit most
$$;

create index event_delivery_failed on event_delivery (ended_at) where state = 'failed';

grant execute on function entente.operations_standing, entente.troubled_deliveries, entente.troubled_mails, entente.overdue_clocks
  to entente_vendor_all;
