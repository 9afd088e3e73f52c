-- Those whose protection ends soon are found without reading every deal.

create index deal_protection_ends on deal (protected_until, id) where status = 'approved';
