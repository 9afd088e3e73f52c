-- The keys under which a customer is found by a name that is not quite its own. The product makes them, because it knows how names are
-- read; whoever writes a name only says that they have to be made again.

CREATE TABLE "account_search" (
    "account_id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "keys" INTEGER[] NOT NULL DEFAULT '{}',
    "version" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "account_search_pkey" PRIMARY KEY ("account_id")
);

ALTER TABLE "account_search" ADD CONSTRAINT "account_search_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was written last waits in a list that every search reads, so the list is kept short.
create index account_search_keys on account_search using gin (keys) with (gin_pending_list_limit = 256);
create index account_search_stale on account_search (account_id) where version = 0;

select entente.scope_table('account_search', 'system');

create function entente.search_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into account_search (account_id, country) select distinct a.id, a.country from written w join account a on a.id = w.account_id
  on conflict (account_id) do update set version = 0;
  return null;
end $$;
create trigger search_again after insert on account_name referencing new table as written for each statement execute function entente.search_again();

insert into account_search (account_id, country) select id, country from account;

-- By the number alone, however its spaces and points are written.
create function entente.tax_key(typed text) returns text language sql immutable parallel safe
  as $$ select nullif(upper(regexp_replace(typed, '[^A-Za-z0-9]', '', 'g')), '') $$;
grant execute on function entente.tax_key to entente_system, entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;
create index account_tax_key on account (entente.tax_key(tax_id)) where tax_id is not null;

drop index account_name_similar;

-- Accounts that share a key with a name, with all their names. What few share comes first; of what many share, the own country. How
-- many share one cannot be foretold, and guessing it wrong would read every account: the index is used whatever the guess.
create function entente.accounts_like(whole integer[], words integer[], own_country text, most integer)
returns table (id uuid, names text[]) language sql stable rows 40 set enable_seqscan = off as $$
  with alike as (
    (select s.account_id from account_search s where s.keys && whole limit most)
    union (select f.account_id from (select s.account_id, s.country from account_search s where s.keys && words) f
      order by f.country = own_country desc limit most))
  select a.id, array(select n.normalised from account_name n where n.account_id = a.id) || a.name
  from alike join account a on a.id = alike.account_id
$$;
grant execute on function entente.accounts_like to entente_system;
