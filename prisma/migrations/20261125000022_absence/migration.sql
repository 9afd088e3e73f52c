-- Somebody who is away says who does their work; it counts on the vendor's days, from the first to the last.

alter table cover add constraint cover_one_at_a_time
  exclude using gist (person_id with =, daterange(starts_on, ends_on, '[]') with &&);

-- From a day on the work is somebody's own again; an absence that has not begun by then never was.
create function entente.end_absence(absence uuid, day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from cover where id = absence and starts_on >= day;
  update cover set ends_on = day - 1 where id = absence and starts_on < day and ends_on >= day;
end $$;
grant execute on function entente.end_absence to entente_system;

create function entente.today() returns date language sql stable security definer
  set search_path = public, pg_temp set row_security = on as $$
  select (now() at time zone coalesce((select zone from installation where id = 1), 'UTC'))::date
$$;
grant execute on function entente.today to entente_system, entente_app;

create or replace function entente.rebuild_vendor_scope() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  create temporary table if not exists wanted_scope (person_id uuid, partner_id uuid, reads_deals boolean) on commit drop;
  delete from wanted_scope;
  insert into wanted_scope
  with recursive tree (root, id) as (
    select id, id from region union all select t.root, r.id from region r join tree t on r.parent_id = t.id
  ), direct as (
    select m.person_id, p.id as partner_id, true as reads_deals from membership m join partner p on p.channel_manager_id = m.person_id
      where m.role = 'channel_manager' and m.ended_at is null
    union
    select m.person_id, p.id, true from membership m join tree t on t.root = m.region_id join partner p on p.region_id = t.id
      where m.role = 'channel_manager' and m.ended_at is null
    union
    select m.person_id, p.id, false from membership m cross join partner p
      where m.role in ('marketing', 'legal', 'direct_seller') and m.ended_at is null
  ), everything as (
    select * from direct
    union
    select c.cover_id, d.partner_id, d.reads_deals from cover c join direct d on d.person_id = c.person_id
      where entente.today() between c.starts_on and c.ends_on
  )
  select person_id, partner_id, bool_or(reads_deals) from everything group by 1, 2;

  delete from vendor_scope v where not exists (
    select 1 from wanted_scope w where w.person_id = v.person_id and w.partner_id = v.partner_id);
  insert into vendor_scope select * from wanted_scope
    on conflict (person_id, partner_id) do update set reads_deals = excluded.reads_deals
    where vendor_scope.reads_deals is distinct from excluded.reads_deals;
end $$;
