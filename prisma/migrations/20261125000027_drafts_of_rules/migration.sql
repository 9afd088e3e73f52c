-- What is not published yet is read by those who work on the rules: not by partners, not by direct sellers.

-- The states of a rule version that the actor may know of.
create function entente.readable_policy_states() returns text[] language sql stable parallel safe as $$
  select case when current_setting('entente.reads_drafts', true) = 'yes'
    then array['draft', 'checked', 'published', 'superseded'] else array['published', 'superseded'] end
$$;
grant execute on function entente.readable_policy_states
  to entente_partner, entente_partner_own, entente_vendor_all, entente_vendor_scoped, entente_system;

do $$
declare
  reader text;
begin
  foreach reader in array array['entente_partner', 'entente_partner_own'] loop
    execute format('drop policy %I on policy_version', reader);
    perform entente.add_policy('policy_version', reader, 'status in (''published'', ''superseded'')');
  end loop;
  foreach reader in array array['entente_vendor_all', 'entente_vendor_scoped'] loop
    execute format('drop policy %I on policy_version', reader);
    perform entente.add_policy('policy_version', reader, 'status = any ((select entente.readable_policy_states())::text[])');
  end loop;
end $$;
