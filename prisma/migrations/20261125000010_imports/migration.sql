-- Imports: what was read, what it would write, what it wrote, and how that is taken back.

CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "preset" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "on_duplicate" TEXT NOT NULL DEFAULT 'skip',
    "good_rows_only" BOOLEAN NOT NULL DEFAULT false,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "report" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "committed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_part" (
    "import_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "encoding_by" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "header_line" INTEGER,
    "profiles" JSONB NOT NULL,
    "rows" INTEGER NOT NULL,
    "blank" INTEGER NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("import_id","part")
);

-- Not logged, because after a crash a file is read again; and without a key to its import, which would be checked at each of the
-- many times a row is worked on.
CREATE UNLOGGED TABLE "import_row" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'read',
    "values" JSONB NOT NULL DEFAULT '{}',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "identity" TEXT[],
    "words" TEXT[],
    "links" JSONB NOT NULL DEFAULT '{}',
    "refs" JSONB NOT NULL DEFAULT '{}',
    "target_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "fresh" JSONB NOT NULL DEFAULT '{}',
    "children" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_write" (
    "position" BIGSERIAL NOT NULL,
    "import_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "child" JSONB,
    "before" JSONB,
    "mark" TEXT,
    "kept" TEXT,

    CONSTRAINT "import_write_pkey" PRIMARY KEY ("position")
);

CREATE TABLE "import_progress" (
    "import_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("import_id")
);

CREATE TABLE "import_mapping" (
    "preset" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "values" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("preset","part","signature")
);

CREATE TABLE "external_reference" (
    "target" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "external_reference_pkey" PRIMARY KEY ("target","source","reference")
);

CREATE INDEX "import_created_at_id_idx" ON "import"("created_at" DESC, "id");

CREATE UNIQUE INDEX "import_row_import_id_part_line_key" ON "import_row"("import_id", "part", "line");

CREATE INDEX "import_write_import_id_target_record_id_idx" ON "import_write"("import_id", "target", "record_id");

CREATE INDEX "external_reference_record_id_idx" ON "external_reference"("record_id");

ALTER TABLE "import_part" ADD CONSTRAINT "import_part_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table import
  add constraint import_status check (status in ('read', 'checked', 'committed', 'undone')),
  add constraint import_on_duplicate check (on_duplicate in ('skip', 'update'));
alter table import_row add constraint import_row_state check (
  state in ('read', 'ready', 'insert', 'update', 'same', 'skip', 'repeat', 'error'));
alter table import_write
  add constraint import_write_kind check (kind in ('insert', 'update', 'child')),
  add constraint import_write_kept check (kept in ('changed', 'in_use', 'gone'));

-- A deal that is imported as won has no reporting amount where no rate of its day is known.
alter table deal drop constraint deal_confirmed_is_won;
alter table deal add constraint deal_confirmed_is_won check (
  win_confirmed_at is null or (stage = 'won' and (won_reporting_amount is not null or origin = 'import')));

select entente.scope_table(t, 'system') from unnest(array[
  'import', 'import_part', 'import_row', 'import_write', 'import_progress', 'import_mapping', 'external_reference']::regclass[]) t;
grant select on import, import_part, import_row, import_write, import_progress to entente_vendor_all;
select entente.add_policy(t, 'entente_vendor_all', '(select entente.reads_internal())')
  from unnest(array['import', 'import_part', 'import_row', 'import_write', 'import_progress']::regclass[]) t;
grant usage on sequence import_write_position_seq to entente_system;

-- How a row stands, as far as an import may take it back: its version, or a fingerprint over what people can change.
create function entente.row_mark(target text, line jsonb) returns text language sql immutable as $$
  select case when target in ('deal', 'partner') then line ->> 'version' else md5((
    select jsonb_object_agg(name, line -> name)::text from unnest(case target
      when 'account' then array['name', 'country', 'tax_id', 'parent_id', 'is_customer']
      when 'account_name' then array['country', 'normalised', 'account_id']
      when 'account_domain' then array['domain', 'account_id']
      when 'account_link' then array['partner_id', 'account_id']
      when 'direct_opportunity' then array['external_id', 'account_id', 'product_line_id', 'owner_name', 'is_open', 'synced_at']
      when 'external_reference' then array['target', 'source', 'reference', 'record_id']
      when 'membership' then array['person_id', 'partner_id', 'role', 'region_id', 'ended_at']
      when 'person' then array['partner_id', 'email', 'name', 'title', 'locale', 'zone', 'is_contact', 'disabled_at']
      when 'product_line' then array['code', 'name', 'active']
      when 'region' then array['parent_id', 'code', 'name']
    end) name)) end
$$;

create function entente.key_of(target regclass) returns text[] language sql stable as $$
  select array_agg(a.attname::text order by a.attnum) from pg_index i
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = target and i.indisprimary
$$;

create function entente.same_key(columns text[]) returns text language sql immutable as $$
  select string_agg(format('x.%1$I = p.%1$I', name), ' and ') from unnest(columns) name
$$;

-- Rows whose record holds everything they would write are `same`; `child_keys` names the columns that tell one child from another.
create function entente.compare_import(which uuid, part_key text, child_keys jsonb) returns void language plpgsql as $$
declare
  target regclass := (select p.target from import_part p where p.import_id = which and p.part = part_key);
  child record;
begin
  execute format('update import_row u set state = ''same'' from (
      select r.id from import_row r join %1$s t on t.id = r.target_id
      cross join lateral (select to_jsonb(t) as old, to_jsonb(jsonb_populate_record(null::%1$s, r.data)) as new offset 0) j
      where r.import_id = $1 and r.part = $2 and r.state = ''ready'' and not exists (
        select from jsonb_each(jsonb_strip_nulls(r.data)) e where j.old -> e.key is distinct from j.new -> e.key)) s
    where u.id = s.id', target) using which, part_key;
  for child in select k.key as name, array(select jsonb_array_elements_text(k.value)) as columns from jsonb_each(child_keys) k loop
    execute format('update import_row u set state = ''ready'' from (
        select r.id from import_row r cross join lateral jsonb_array_elements(r.children -> %2$L) c
        cross join lateral jsonb_populate_record(null::%1$I, c) p
        where r.import_id = $1 and r.part = $2 and r.state = ''same'' and not exists (select from %1$I x where %3$s)) s
      where u.id = s.id', child.name, child.name, entente.same_key(child.columns)) using which, part_key;
  end loop;
end $$;

-- Changes records to what is said of each ([{id, data}], null is "leave it"), and writes down what stood there before.
create function entente.update_for_import(which uuid, target text, changes jsonb, moment timestamptz) returns integer language plpgsql as $$
declare
  changed integer;
  columns text[] := (select array_agg(distinct k) from jsonb_array_elements(changes) c, jsonb_object_keys(c -> 'data') k);
  settings text := (select string_agg(format('%1$I = coalesce(p.%1$I, t.%1$I)', name), ', ') from unnest(columns) name)
    || coalesce((select string_agg(case attname when 'version' then ', version = t.version + 1' else ', updated_at = $2' end, '')
      from pg_attribute where attrelid = target::regclass and attname in ('version', 'updated_at')), '');
begin
  if columns is null then return 0; end if;
  execute format('insert into import_write (import_id, target, record_id, kind, before)
    select $1, %2$L, t.id, ''update'', (select jsonb_object_agg(e.key, j.line -> e.key) from jsonb_each(jsonb_strip_nulls(c -> ''data'')) e)
    from jsonb_array_elements($2) c join %1$I t on t.id = (c ->> ''id'')::uuid cross join lateral (select to_jsonb(t) as line offset 0) j', target, target) using which, changes;
  execute format('update %1$I t set %2$s from jsonb_array_elements($1) c
    cross join lateral jsonb_populate_record(null::%1$I, c -> ''data'') p where t.id = (c ->> ''id'')::uuid', target, settings) using changes, moment;
  get diagnostics changed = row_count;
  execute format('update import_write w set mark = entente.row_mark(%2$L, to_jsonb(t)) from jsonb_array_elements($2) c
    join %1$I t on t.id = (c ->> ''id'')::uuid
    where w.import_id = $1 and w.target = %2$L and w.record_id = t.id and w.child is null', target, target) using which, changes;
  return changed;
end $$;

-- Writes the rows of a part: inserts, updates, and what hangs on them. The one door by which an import writes, so that nothing
-- it wrote is missing from the list by which it is taken back.
create function entente.write_import(which uuid, part_key text, child_keys jsonb, moment timestamptz, out inserted integer, out updated integer)
language plpgsql as $$
declare
  target text := (select p.target from import_part p where p.import_id = which and p.part = part_key);
  columns text[] := (select array_agg(distinct k) from import_row r, jsonb_object_keys(r.fresh || jsonb_strip_nulls(r.data)) k
    where r.import_id = which and r.part = part_key and r.state = 'insert');
  child record;
begin
  inserted := 0;
  if columns is not null then
    execute format('with made as (
        insert into %1$I (id, %2$s) select r.id, %3$s from import_row r
        cross join lateral jsonb_populate_record(null::%1$I, r.fresh || jsonb_strip_nulls(r.data)) p
        where r.import_id = $1 and r.part = $2 and r.state = ''insert'' order by r.line on conflict do nothing returning *
      ), listed as (
        insert into import_write (import_id, target, record_id, kind, mark)
        select $1, %4$L, m.id, ''insert'', entente.row_mark(%4$L, to_jsonb(m)) from made m returning 1
      ) select count(*) from listed', target,
      (select string_agg(format('%I', name), ', ') from unnest(columns) name),
      (select string_agg(format('p.%I', name), ', ') from unnest(columns) name), target) into inserted using which, part_key;
  end if;
  updated := entente.update_for_import(which, target, (select coalesce(jsonb_agg(jsonb_build_object('id', r.target_id, 'data', r.data)
    order by r.line), '[]') from import_row r where r.import_id = which and r.part = part_key and r.state = 'update'), moment);
  for child in select k.key as name, array(select jsonb_array_elements_text(k.value)) as columns from jsonb_each(child_keys) k loop
    perform entente.write_import_children(which, part_key, child.name, child.columns);
  end loop;
end $$;

create function entente.write_import_children(which uuid, part_key text, child_name text, key_columns text[]) returns void language plpgsql as $$
declare
  columns text := (select string_agg(distinct format('%I', k), ', ') from import_row r,
    jsonb_array_elements(r.children -> child_name) c, jsonb_object_keys(c) k
    where r.import_id = which and r.part = part_key and r.state in ('insert', 'update'));
begin
  if columns is null then return; end if;
  execute format('with missing as (
      select distinct on (%3$s) r.target_id, c, to_jsonb(p) as line from import_row r cross join lateral jsonb_array_elements(r.children -> %2$L) c
      cross join lateral jsonb_populate_record(null::%1$I, c) p
      where r.import_id = $1 and r.part = $2 and r.state in (''insert'', ''update'') and not exists (select from %1$I x where %4$s)
      order by %3$s, r.line
    ), listed as (
      insert into import_write (import_id, target, record_id, kind, child, mark)
      select $1, %2$L, target_id, ''child'', c, entente.row_mark(%2$L, line) from missing
    )
    insert into %1$I (%5$s) select %5$s from missing m cross join lateral jsonb_populate_record(null::%1$I, m.c) p on conflict do nothing',
    child_name, child_name, (select string_agg(format('p.%I', name), ', ') from unnest(key_columns) name), entente.same_key(key_columns), columns)
    using which, part_key;
end $$;

-- Takes an import back: updated records get what stood there before, inserted ones go. What somebody has changed since, and what
-- others have come to rely on, stays and is listed in import_write.kept. Runs as the owner, because nobody else may delete.
create function entente.undo_import(which uuid, moment timestamptz, out removed integer, out restored integer)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  target text;
  amount integer;
begin
  removed := 0;
  restored := 0;
  perform from import where id = which and status = 'committed' for update;
  if not found then raise exception 'only a committed import can be undone' using errcode = 'check_violation'; end if;
  for target in select distinct w.target from import_write w where w.import_id = which and w.child is null loop
    execute format('update import_write u set kept = case when t.id is null then ''gone'' else ''changed'' end
      from import_write w left join %1$I t on t.id = w.record_id
      where u.position = w.position and w.import_id = $1 and w.target = %2$L and w.child is null
        and (t.id is null or entente.row_mark(%2$L, to_jsonb(t)) is distinct from w.mark)', target, target) using which;
  end loop;
  for target in select distinct w.target from import_write w where w.import_id = which and w.child is not null loop
    execute format('update import_write u set kept = ''changed'' from import_write w
      cross join lateral jsonb_populate_record(null::%1$I, w.child) p join %1$I x on %3$s
      where u.position = w.position and w.import_id = $1 and w.target = %2$L and w.child is not null
        and entente.row_mark(%2$L, to_jsonb(x)) is distinct from w.mark', target, target,
      entente.same_key(entente.key_of(target::regclass))) using which;
  end loop;
  -- A record goes with what hangs on it, or not at all.
  update import_write w set kept = 'changed' where w.import_id = which and w.kind = 'insert' and w.kept is null
    and exists (select from import_write c where c.import_id = which and c.record_id = w.record_id and c.child is not null and c.kept = 'changed');
  for target in select w.target from import_write w where w.import_id = which and w.kind = 'update' group by w.target loop
    restored := restored + entente.restore_imported(which, target, moment);
  end loop;
  perform entente.remove_children(which, (select coalesce(array_agg(distinct w.record_id), '{}') from import_write w
    where w.import_id = which and w.child is not null and not exists (
      select from import_write m where m.import_id = which and m.record_id = w.record_id and m.kind = 'insert')));
  -- Again and again: what is pointed at goes after what points at it.
  loop
    amount := 0;
    for target in select w.target from import_write w where w.import_id = which and w.kind = 'insert'
      group by w.target order by max(w.position) desc loop
      amount := amount + entente.remove_imported(which, target);
    end loop;
    exit when amount = 0;
    removed := removed + amount;
  end loop;
  for target in select distinct w.target from import_write w where w.import_id = which and w.kind = 'insert' loop
    execute format('update import_write w set kept = ''in_use'' from %1$I t
      where t.id = w.record_id and w.import_id = $1 and w.target = %2$L and w.kind = ''insert'' and w.kept is null', target, target) using which;
  end loop;
  update import set status = 'undone', undone_at = moment where id = which;
end $$;

-- The oldest value of each column counts; records the import inserted are not put back but removed.
create function entente.restore_imported(which uuid, target text, moment timestamptz) returns integer language plpgsql as $$
declare
  amount integer;
  settings text := (select string_agg(distinct format('%1$I = case when b.before ? %1$L then p.%1$I else t.%1$I end', k), ', ')
    from import_write w, jsonb_object_keys(w.before) k where w.import_id = which and w.target = restore_imported.target and w.kind = 'update')
    || coalesce((select string_agg(case attname when 'version' then ', version = t.version + 1' else ', updated_at = $2' end, '')
      from pg_attribute where attrelid = restore_imported.target::regclass and attname in ('version', 'updated_at')), '');
begin
  execute format('with b as (
      select w.record_id, jsonb_object_agg(e.key, e.value order by w.position desc) as before
      from import_write w cross join lateral jsonb_each(w.before) e
      where w.import_id = $1 and w.target = %2$L and w.kind = ''update'' and w.kept is null and not exists (
        select from import_write i where i.import_id = $1 and i.target = %2$L and i.record_id = w.record_id and i.kind = ''insert'')
      group by w.record_id)
    update %1$I t set %3$s from b cross join lateral jsonb_populate_record(null::%1$I, b.before) p where t.id = b.record_id',
    target, target, settings) using which, moment;
  get diagnostics amount = row_count;
  return amount;
end $$;

-- Removes the inserted records of a table that nothing else points at, with what the import hung on them.
create function entente.remove_imported(which uuid, target text) returns integer language plpgsql as $$
declare
  ids uuid[];
  unused text := (select coalesce(string_agg(format('and not exists (select from %1$s x where x.%2$I = t.id and not exists (
        select from import_write k where k.import_id = $1 and k.target = %3$L and k.record_id = t.id and k.child @> %4$s))',
      c.conrelid::regclass, a.attname, f.relname, (select format('jsonb_build_object(%s)', string_agg(format('%1$L, x.%1$I', name), ', '))
        from unnest(entente.key_of(c.conrelid)) name)), ' '), '')
    from pg_constraint c join pg_class f on f.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target::regclass and f.relname <> 'deal_history');
begin
  execute format('select array_agg(t.id) from import_write w join %1$I t on t.id = w.record_id
    where w.import_id = $1 and w.target = %2$L and w.kind = ''insert'' and w.kept is null %3$s', target, target, unused) into ids using which;
  if ids is null then return 0; end if;
  perform entente.remove_children(which, ids);
  if target = 'deal' then delete from deal_history where deal_id = any (ids); end if;
  execute format('delete from %1$I where id = any ($1)', target) using ids;
  return cardinality(ids);
end $$;

-- A link between a partner and a customer stays while a deal joins them.
create function entente.remove_children(which uuid, records uuid[]) returns void language plpgsql as $$
declare
  target text;
begin
  for target in select distinct w.target from import_write w
    where w.import_id = which and w.record_id = any (records) and w.child is not null loop
    execute format('delete from %1$I x using import_write w cross join lateral jsonb_populate_record(null::%1$I, w.child) p
      where w.import_id = $1 and w.target = %2$L and w.record_id = any ($2) and w.child is not null and w.kept is null and %3$s %4$s',
      target, target, entente.same_key(entente.key_of(target::regclass)),
      case target when 'account_link' then
        'and not exists (select from deal d where d.partner_id = x.partner_id and d.account_id = x.account_id and d.id <> all ($2))'
      else '' end) using which, records;
  end loop;
end $$;

-- Forgets an import that was not committed, with the rows that were read for it.
create function entente.forget_import(which uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from import where id = which and status in ('read', 'checked') for update;
  if not found then raise exception 'only an import that was not committed can be forgotten' using errcode = 'check_violation'; end if;
  delete from import_row where import_id = which;
  delete from import_part where import_id = which;
  delete from import_progress where import_id = which;
  delete from import where id = which;
end $$;

grant execute on function entente.row_mark, entente.key_of, entente.same_key, entente.compare_import, entente.update_for_import,
  entente.write_import, entente.write_import_children, entente.undo_import, entente.forget_import to entente_system;
