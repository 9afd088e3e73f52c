-- Who may take away a lost second factor sees who has one; nothing else of it is told.
create function identity.has_second_factor(person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.second_factor f where f.person_id = person and f.confirmed_at is not null)
$$;
grant execute on function identity.has_second_factor to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped;
