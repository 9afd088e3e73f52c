-- The rows that were read for imports go after a while: they hold what a file said of people. What was made of them stays, and so
-- does the list by which an import is taken back. An import that was never done is forgotten altogether.
create function entente.purge_imports(before timestamptz, out purged integer, out forgotten integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  abandoned uuid[] := (select array_agg(id) from import where status in ('read', 'checked') and created_at < before);
begin
  perform entente.forget_import(id) from unnest(abandoned) id;
  forgotten := coalesce(cardinality(abandoned), 0);
  with old as (
    select i.id from import i where coalesce(i.undone_at, i.committed_at) < before
      and exists (select from import_row r where r.import_id = i.id)
  ), gone as (
    delete from import_row r using old where r.import_id = old.id returning old.id
  )
  select count(distinct id) into purged from gone;
  delete from import_progress p where p.at < before;
end $$;

grant execute on function entente.purge_imports to entente_system;
