-- What people write beside a record, whatever the record is: who may see it follows who may see the record.

CREATE TABLE "record_kind" (
    "kind" TEXT NOT NULL,
    "partner_column" TEXT,
    "owner_column" TEXT,
    "label" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL,

    CONSTRAINT "record_kind_pkey" PRIMARY KEY ("kind")
);

CREATE TABLE "record_comment" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "partner_id" UUID,
    "audience" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_side" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "record_comment_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "record_comment_subject_id_at_id_idx" ON "record_comment"("subject_id", "at" DESC, "id" DESC);

CREATE INDEX "record_comment_partner_id_idx" ON "record_comment"("partner_id");

ALTER TABLE "record_comment" ADD CONSTRAINT "record_comment_subject_kind_fkey" FOREIGN KEY ("subject_kind") REFERENCES "record_kind"("kind") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_comment" ADD CONSTRAINT "record_comment_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "record_comment" ADD CONSTRAINT "record_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table record_comment
  add constraint record_comment_audience check (audience in ('all', 'vendor', 'internal')),
  add constraint record_comment_says_something check ((deleted_at is not null) = (body = ''));

-- Whether the actor may read what the vendor's departments keep about partners and customers.
create function entente.reads_records() returns boolean language sql stable parallel safe
  as $$ select current_setting('entente.reads_records', true) = 'yes' $$;

-- What a reader of the vendor may read of a record: notes in the innermost circle only by those who read internals.
create function entente.readable_audiences() returns text[] language sql stable parallel safe
  as $$ select case when entente.reads_internal() then '{all,vendor,internal}'::text[] else '{all,vendor}'::text[] end $$;

-- Makes a table of things beside records, scoped as a table of partners already, follow the records: a row is seen by who sees its
-- record. Written out in the policy, the planner sees through it; a function would be called for each row.
create function entente.follow_records(target regclass) returns void language plpgsql as $$
declare
  reader text;
  sees text := (
    select format('case subject_kind %s else false end', string_agg(format('when %L then %sexists (select 1 from public.%I r where r.id = subject_id)',
      k.kind, case when k.shared then '' else '(select entente.reads_records()) and ' end, k.kind), ' ' order by k.kind))
    from record_kind k);
  of_partner text := 'audience = ''all'' and partner_id = (select entente.partner_id()) and ' || sees;
  of_vendor text := 'audience = any ((select entente.readable_audiences())::text[]) and ' || sees;
begin
  foreach reader in array array['entente_partner', 'entente_partner_own'] loop
    execute format('alter policy %I on %s using (%s) with check (%s)', reader, target, of_partner, of_partner);
  end loop;
  foreach reader in array array['entente_vendor_all', 'entente_vendor_scoped'] loop
    execute format('alter policy %I on %s using (%s) with check (%s)', reader, target, of_vendor, of_vendor);
  end loop;
end $$;

-- Declares a table as a kind of record that people can write beside. `partner` and `owner` are its columns with the partner and
-- with the person whose record it is, `label` is what a row is called; `shared` says that its partner sees it too. The functions that
-- ask about a record of any kind, and the policies of all tables that refer to kinds, are made anew from all kinds.
create function entente.declare_record(kind text, partner text, owner text, label text, shared boolean) returns void language plpgsql as $$
declare
  sees text;
  labels text;
  partners text;
  owners text;
begin
  insert into record_kind values (kind, partner, owner, label, shared);
  select
    string_agg(format('when %L then %sexists (select 1 from public.%I r where r.id = record)',
      k.kind, case when k.shared then '' else 'entente.reads_records() and ' end, k.kind), ' ' order by k.kind),
    string_agg(format('when %L then (select %s from public.%I r where r.id = record)', k.kind, k.label, k.kind), ' ' order by k.kind),
    string_agg(format('when %L then (select r.%I from public.%I r where r.id = record)', k.kind, k.partner_column, k.kind),
      ' ' order by k.kind) filter (where k.partner_column is not null),
    string_agg(format('when %L then (select r.%I from public.%I r where r.id = record)', k.kind, k.owner_column, k.kind),
      ' ' order by k.kind) filter (where k.owner_column is not null)
  into sees, labels, partners, owners from record_kind k;
  execute format('create or replace function entente.sees_record(kind text, record uuid) returns boolean language sql stable
    as $body$ select case kind %s else false end $body$', sees);
  execute format('create or replace function entente.partner_of_record(kind text, record uuid) returns uuid language sql stable
    as $body$ select case kind %s end $body$', coalesce(partners, 'when null then null'));
  execute format('create or replace function entente.owner_of_record(kind text, record uuid) returns uuid language sql stable
    as $body$ select case kind %s end $body$', coalesce(owners, 'when null then null'));
  execute format('create or replace function entente.label_of_record(kind text, record uuid) returns text language sql stable
    as $body$ select case kind %s end $body$', labels);
  perform entente.follow_records(c.conrelid::regclass) from pg_constraint c where c.confrelid = 'record_kind'::regclass and c.contype = 'f';
end $$;

select entente.scope_table('record_kind', 'shared');
select entente.scope_table('record_comment', 'partner', 'select, insert, update (body, mentions, edited_at, deleted_at, version)',
  'select, insert, update (body, mentions, edited_at, deleted_at, version)');
select entente.declare_record('deal', 'partner_id', 'owner_id', 'coalesce(nullif(customer_name, ''''), number)', true);
select entente.declare_record('partner', 'id', null, 'trading_name', false);
select entente.declare_record('account', null, null, 'name', false);
grant execute on function entente.reads_records, entente.readable_audiences, entente.sees_record, entente.partner_of_record,
  entente.owner_of_record, entente.label_of_record
  to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system;

-- Departments that do not read deals still add to what happens to partners.
create policy beside_records on event for insert to entente_vendor_scoped
  with check (subject_kind <> 'deal' and entente.sees_record(subject_kind, subject_id));

-- Who may see a record, as far as the asker may know of them: everybody for the vendor's people; for a partner its own people and
-- the vendor's contacts.
create function entente.who_sees(kind text, record uuid, audience text) returns table (person_id uuid, name text, side text)
language sql stable security definer set search_path = public, pg_temp as $$
  with subject as (
    select k.shared, entente.partner_of_record(k.kind, record) as partner_id, entente.owner_of_record(k.kind, record) as owner_id
    from record_kind k where k.kind = who_sees.kind
  ), looked_after as (
    select s.person_id from subject j join vendor_scope s on s.partner_id = j.partner_id where s.reads_deals or not j.shared
    union
    select s.person_id from account_link l join vendor_scope s on s.partner_id = l.partner_id and s.reads_deals
    where who_sees.kind = 'account' and l.account_id = record
  )
  select p.id, p.name, case when p.partner_id is null then 'vendor' else 'partner' end
  from subject j cross join person p
  where p.disabled_at is null and exists (
    select 1 from membership m left join partner o on o.id = m.partner_id
    where m.person_id = p.id and m.ended_at is null and case
      when m.partner_id is null then
        (audience <> 'internal' or m.role in ('administrator', 'program_owner', 'channel_manager', 'finance'))
        and (m.role in ('administrator', 'program_owner', 'finance', 'executive')
          or m.role <> 'direct_seller' and p.id in (select l.person_id from looked_after l))
        and (entente.partner_id() is null or p.is_contact)
      else audience = 'all' and j.shared and m.partner_id = j.partner_id
        and (m.role = 'partner_admin' or m.role in ('partner_sales', 'partner_technical') and p.id = j.owner_id
          or m.role = 'partner_sales' and o.shares_deals)
      end)
$$;
grant execute on function entente.who_sees to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system;
