-- The name of a customer account is as the first partner typed it, which is nobody else's to read. A partner reads a customer's name
-- on its own registrations, as it was typed there; of the account it may know that it is there and in which country.

revoke select on account from entente_partner, entente_partner_own;
grant select (id, country) on account to entente_partner, entente_partner_own;
