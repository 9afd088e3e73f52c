-- The coded reasons people give are the vendor's: what each is called, whether it is offered, in which order and whether it needs a note.

CREATE TABLE "reason_code" (
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL DEFAULT '{}',
    "place" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "note_required" BOOLEAN NOT NULL DEFAULT false,
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reason_code_pkey" PRIMARY KEY ("kind","code")
);

alter table reason_code
  add constraint reason_code_kind check (kind in
    ('rejection', 'loss', 'release', 'revocation', 'extension', 'decline', 'dispute_upheld', 'dispute_overturned')),
  add constraint reason_code_code check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- The product has words for its own; others need a name. What a removed one was called stays for who reads old records.
  add constraint reason_code_named check (built_in or names <> '{}'),
  add constraint reason_code_built_in_stays check (not built_in or removed_at is null),
  -- Program rules and decisions go by these, and there is always a reason for what no other one says.
  add constraint reason_code_relied_on check (active
    or not (built_in and (code = 'other' or kind = 'rejection' and code in ('protected_registration', 'vendor_engaged', 'existing_customer'))));

select entente.scope_table('reason_code', 'shared');

insert into reason_code (kind, code, place, built_in)
select kind, code, place, true from (values
  ('rejection', array['protected_registration', 'vendor_engaged', 'existing_customer', 'not_qualified', 'outside_program', 'incomplete', 'other']),
  ('loss', array['competitor', 'price', 'no_budget', 'no_decision', 'product_fit', 'other']),
  ('release', array['customer_stopped', 'not_pursued', 'other_partner', 'registered_by_mistake', 'other']),
  ('revocation', array['false_information', 'no_activity', 'customer_request', 'breach_of_rules', 'other']),
  ('extension', array['customer_delayed', 'budget', 'procurement', 'evaluation', 'scope_grew', 'other']),
  ('decline', array['no_progress', 'extended_before', 'others_wait', 'incomplete', 'other']),
  ('dispute_upheld', array['rules_applied', 'nothing_new', 'other']),
  ('dispute_overturned', array['new_evidence', 'wrong_facts', 'rules_misapplied', 'other'])
) built (kind, codes), unnest(codes) with ordinality as c (code, place);

-- Where the product looks for the words of a reason, and what the vendor calls it instead.
create function identity.given_words() returns table (path text, code text, names jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'deals.' || case r.kind
      when 'rejection' then 'reason' when 'loss' then 'lossReason' when 'release' then 'releaseReason'
      when 'revocation' then 'revocationCause' when 'extension' then 'extensionReason' when 'decline' then 'declineReason'
      else 'disputeReason' end, r.code, r.names
  from reason_code r where r.names <> '{}' order by r.kind, r.place, r.code
$$;
grant execute on function identity.given_words to entente_auth, entente_system;
