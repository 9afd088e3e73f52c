-- A named account is among the reasons of a rejection, and rules go by it.
update reason_code set place = place + 1 where kind = 'rejection' and place > 3;
insert into reason_code (kind, code, place, built_in) values ('rejection', 'named_account', 4, true)
  on conflict (kind, code) do update set built_in = true, active = true, removed_at = null;

alter table reason_code drop constraint reason_code_relied_on, add constraint reason_code_relied_on check (active
  or not (built_in and (code = 'other'
    or kind = 'rejection' and code in ('protected_registration', 'vendor_engaged', 'existing_customer', 'named_account'))));
