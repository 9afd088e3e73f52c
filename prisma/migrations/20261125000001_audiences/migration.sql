-- Who is asking, and how a table declares who may see its rows.

-- Nobody runs a function of ours that was not granted to them.
alter default privileges revoke execute on functions from public;

create schema if not exists entente;
create schema if not exists identity;

grant usage on schema entente, public to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system;
grant usage on schema public, entente to entente_app;

create function entente.person_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('entente.person_id', true), '')::uuid $$;

create function entente.partner_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('entente.partner_id', true), '')::uuid $$;

-- Whether the actor may read internal notes, scores and the other side of a conflict.
create function entente.reads_internal() returns boolean language sql stable parallel safe
  as $$ select current_setting('entente.reads_internal', true) = 'yes' $$;

grant execute on function entente.person_id, entente.partner_id, entente.reads_internal
  to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system, entente_app;

-- Makes one policy. Each names one role and is one indexable condition: an OR of audiences keeps the planner from the index.
create function entente.add_policy(target regclass, reader text, condition text) returns void language plpgsql as $$
begin
  execute format('create policy %I on %s to %I using (%s) with check (%s)', reader, target, reader, condition, condition);
end $$;

-- Declares the audience of a table in the migration that creates it.
--   shared   everybody reads
--   partner  the partner that owns the row, and the vendor's people who look after that partner
--   vendor   the vendor's people who may read internals, for the partners they look after
--   linked   partners linked to the row through account_link
--   system   only what runs for the system (and the owner)
-- `partner_may` and `vendor_may` are the grants; `key` is the column with the partner; `own` is the condition under which
-- a partner person who may see only own work sees the row; `deals` says that the vendor needs the right to read deals.
create function entente.scope_table(
  target regclass, audience text, partner_may text default 'select', vendor_may text default 'select',
  key text default 'partner_id', own text default null, deals boolean default true
) returns void language plpgsql as $$
declare
  looked_after text := format(
    '%I = any (array(select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id())%s))',
    key, case when deals then ' and s.reads_deals' else '' end);
  of_partner text := format('%I = (select entente.partner_id())', key);
  internal text := '(select entente.reads_internal())';
  linked_to_partner text := 'id = any (array(select l.account_id from public.account_link l where l.partner_id = (select entente.partner_id())))';
  linked_to_scope text := 'id = any (array(select l.account_id from public.account_link l where l.partner_id = any (array(
    select s.partner_id from public.vendor_scope s where s.person_id = (select entente.person_id()) and s.reads_deals))))';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  perform entente.add_policy(target, 'entente_owner', 'true');
  perform entente.add_policy(target, 'entente_system', 'true');
  execute format('grant select, insert, update on %s to entente_system', target);

  case audience
    when 'shared' then
      execute format('grant select on %s to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped', target);
      perform entente.add_policy(target, reader, 'true')
        from unnest(array['entente_partner', 'entente_partner_own', 'entente_vendor_all', 'entente_vendor_scoped']) reader;
    when 'partner' then
      execute format('grant %s on %s to entente_partner, entente_partner_own', partner_may, target);
      execute format('grant %s on %s to entente_vendor_all, entente_vendor_scoped', vendor_may, target);
      perform entente.add_policy(target, 'entente_partner', of_partner);
      perform entente.add_policy(target, 'entente_partner_own', coalesce(own, of_partner));
      perform entente.add_policy(target, 'entente_vendor_all', 'true');
      perform entente.add_policy(target, 'entente_vendor_scoped', looked_after);
    when 'vendor' then
      execute format('grant %s on %s to entente_vendor_all, entente_vendor_scoped', vendor_may, target);
      perform entente.add_policy(target, 'entente_vendor_all', internal);
      perform entente.add_policy(target, 'entente_vendor_scoped', looked_after);
    when 'linked' then
      execute format('grant select on %s to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped', target);
      perform entente.add_policy(target, 'entente_partner', linked_to_partner);
      perform entente.add_policy(target, 'entente_partner_own', linked_to_partner);
      perform entente.add_policy(target, 'entente_vendor_all', 'true');
      perform entente.add_policy(target, 'entente_vendor_scoped', linked_to_scope);
    when 'system' then
      null;
    else
      raise exception 'unknown audience % for %', audience, target;
  end case;
end $$;
