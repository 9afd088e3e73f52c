-- Indexes and one policy for the queries people wait for: the search of a list, what is new for a person, the conflict lookup.

create index deal_words on deal using gin (customer_name gin_trgm_ops, number gin_trgm_ops);

-- By distance, so that the nearest names are read first and the rest not at all.
drop index account_name_normalised_trgm;
create index account_name_similar on account_name using gist (normalised gist_trgm_ops (siglen = 64));

-- The partner comes first, where the index begins; asking only for the deal read the events of every partner.
alter policy entente_partner_own on event using (
  partner_id = (select entente.partner_id()) and audience = 'all' and exists (select 1 from deal d where d.id = subject_id)
);
