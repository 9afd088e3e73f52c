-- A mail that failed is looked into within a week; what is older is history, and nobody is reminded of it.

create index mail_failed on mail (created_at) where state = 'failed';

create or replace function entente.mail_standing() returns table (waiting int, since timestamptz, failed int)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.waiting, w.since, f.failed
  from (select count(*)::int, min(due_at) from mail where state in ('queued', 'sending') and due_at < now() - interval '5 minutes') w (waiting, since),
    (select count(*)::int from mail where state = 'failed' and created_at > now() - interval '7 days') f (failed)
$$;
