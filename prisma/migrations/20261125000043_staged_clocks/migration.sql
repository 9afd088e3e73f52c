-- Which stage of its deadline a clock measures; none where the deadline has only one.
ALTER TABLE "clock" ADD COLUMN "stage" TEXT;

-- Who alone may decide a review, where the rules leave it to nobody else: what is above the limit of a channel manager.
ALTER TABLE "deal" ADD COLUMN "reviewer_role" TEXT;
alter table deal add constraint deal_reviewer_role check (reviewer_role = 'program_owner');

-- The rules approve what nobody decided in time, and take back a protection of a sale nobody works on.
update workflow_move set by = '{vendor,system}' where workflow = 'deal.registration' and "from" = 'in_review' and "to" = 'approved';
update workflow_move set by = '{partner,system}' where workflow = 'deal.registration' and "from" = 'approved' and "to" = 'released';
