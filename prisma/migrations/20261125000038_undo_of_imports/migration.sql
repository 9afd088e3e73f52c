-- What goes with a record by itself is made from it and does not keep it: the keys a customer is searched by.
create or replace function entente.remove_imported(which uuid, target text) returns integer language plpgsql as $$
declare
  ids uuid[];
  unused text := (select coalesce(string_agg(format('and not exists (select from %1$s x where x.%2$I = t.id and not exists (
        select from import_write k where k.import_id = $1 and k.target = %3$L and k.record_id = t.id and k.child @> %4$s))',
      c.conrelid::regclass, a.attname, f.relname, (select format('jsonb_build_object(%s)', string_agg(format('%1$L, x.%1$I', name), ', '))
        from unnest(entente.key_of(c.conrelid)) name)), ' '), '')
    from pg_constraint c join pg_class f on f.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target::regclass and f.relname <> 'deal_history' and c.confdeltype <> 'c');
begin
  execute format('select array_agg(t.id) from import_write w join %1$I t on t.id = w.record_id
    where w.import_id = $1 and w.target = %2$L and w.kind = ''insert'' and w.kept is null %3$s', target, target, unused) into ids using which;
  if ids is null then return 0; end if;
  perform entente.remove_children(which, ids);
  if target = 'deal' then delete from deal_history where deal_id = any (ids); end if;
  execute format('delete from %1$I where id = any ($1)', target) using ids;
  return cardinality(ids);
end $$;
