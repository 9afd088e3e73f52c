-- Customers whose name has ä, ö, ü, ø or å are also found by the name as it is written without them: Müller is Mueller.

-- Words as the product folds them; the keys that are there have lost their marks already.
create function pg_temp.words(name text) returns text[] language sql immutable as $$
  select regexp_split_to_array(lower(regexp_replace(normalize(replace(replace(name, 'ß', 'ss'), 'æ', 'ae'), nfkd), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+')
$$;
create function pg_temp.small(name text) returns text language sql immutable as $$
  select translate(normalize(name, nfkc), 'ÄÖÜØÅẞÆ', 'äöüøåßæ')
$$;
create function pg_temp.spelled_out(name text) returns text language sql immutable as $$
  select replace(replace(replace(replace(replace(pg_temp.small(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe'), 'å', 'aa')
$$;

insert into account_name (country, normalised, account_id)
select n.country, string_agg(coalesce(w.spelled, k.word), ' ' order by k.place), n.account_id
from account_name n
join account a on a.id = n.account_id and pg_temp.small(a.name) ~ '[äöüøå]'
cross join unnest(string_to_array(n.normalised, ' ')) with ordinality k (word, place)
left join lateral (
  select d.spelled from unnest(pg_temp.words(replace(pg_temp.small(a.name), 'ø', 'o')), pg_temp.words(pg_temp.spelled_out(a.name))) d (dropped, spelled)
  where d.dropped = k.word limit 1
) w on true
group by n.country, n.normalised, n.account_id, a.created_at
order by a.created_at, n.account_id
on conflict do nothing;
