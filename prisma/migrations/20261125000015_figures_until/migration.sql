-- Figures of a program whose data end on a day are shown as of that day; null is today.
alter table installation add column "figures_until" DATE;
