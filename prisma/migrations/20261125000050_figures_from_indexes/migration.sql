-- What a figure adds up stands in an index of its own, so that neither the rest of the deals nor their wide rows are read for it.

drop index deal_confirmed;
create index deal_confirmed on deal (won_on, id) include (origin, won_reporting_amount, partner_id) where win_confirmed_at is not null;
create index deal_open on deal (partner_id) include (reporting_amount) where status in ('approved', 'expired') and stage not in ('won', 'lost');
create index deal_closed on deal (coalesce(won_on, lost_on)) include (won_on, lost_on, stage, win_confirmed_at, partner_id)
  where stage = 'lost' or win_confirmed_at is not null;
create index deal_decided on deal (decided_at) include (decision_minutes, reviewer_id, partner_id) where decided_at is not null and reviewer_id is not null;
create index deal_amounts on deal (partner_id, won_reporting_amount, reporting_amount);
