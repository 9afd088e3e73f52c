-- A role counts in the person's own organisation only.

-- Checked at commit, so that a person who moves may end the old roles and take up new ones in any order.
create function entente.keep_roles_in_own_organisation() returns trigger language plpgsql as $$
declare
  holder uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select 1 from membership m join person p on p.id = m.person_id
    where p.id = holder and m.ended_at is null and m.partner_id is distinct from p.partner_id) then
    raise exception 'a role is held in the person''s own organisation' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create constraint trigger membership_in_own_organisation after insert or update on membership
  deferrable initially deferred for each row when (new.ended_at is null)
  execute function entente.keep_roles_in_own_organisation('person_id');
create constraint trigger person_keeps_roles_in_own_organisation after update of partner_id on person
  deferrable initially deferred for each row execute function entente.keep_roles_in_own_organisation('id');

-- Rows from before the check give nothing either.
create or replace function identity.viewer(session uuid, at timestamptz) returns table (
  person_id uuid, name text, email text, title text, partner_id uuid, organisation text, roles text[], shares_deals boolean,
  locale text, zone text, last_seen_at timestamptz, partner_stage text
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email, p.title, p.partner_id, coalesce(o.name, i.vendor_name), array_agg(m.role order by m.role), coalesce(o.shares_deals, false),
    p.locale, p.zone, s.last_seen_at, o.stage
  from identity.session s
  join person p on p.id = s.person_id and p.disabled_at is null
  join membership m on m.person_id = p.id and m.ended_at is null and m.partner_id is not distinct from p.partner_id
  left join partner o on o.id = p.partner_id
  left join installation i on i.id = 1
  where s.id = session and s.ended_at is null and s.expires_at > at
  group by p.id, o.id, i.id, s.id
$$;
