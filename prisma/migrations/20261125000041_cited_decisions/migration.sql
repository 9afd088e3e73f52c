-- A published version may name the decision of the governance body it follows from.

ALTER TABLE "policy_version" ADD COLUMN "cited_decision" TEXT, ADD COLUMN "cited_on" DATE;

alter table policy_version
  add constraint policy_version_cited check (
    (cited_decision is null) = (cited_on is null) and (cited_decision is null or cited_decision <> '' and status in ('published', 'superseded')));

-- What is published names its decision for good.
create or replace function entente.keep_published_policy() returns trigger language plpgsql as $$
begin
  if old.status in ('published', 'superseded') then
    if new.status in ('draft', 'checked') or (new.body, new.kind, new.version, new.name, new.effective_from, new.published_at, new.notice_days, new.cited_decision, new.cited_on)
      is distinct from (old.body, old.kind, old.version, old.name, old.effective_from, old.published_at, old.notice_days, old.cited_decision, old.cited_on) then
      raise exception 'a published policy version never changes' using errcode = 'check_violation';
    end if;
  elsif new.status = 'published' and new.published_at is not null
    and new.effective_from < new.published_at + make_interval(days => coalesce(new.notice_days, 0)) - interval '1 hour' then
    raise exception 'a policy version cannot take effect before its notice has passed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
