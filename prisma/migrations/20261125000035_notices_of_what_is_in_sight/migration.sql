-- A notice tells its reader of a record: who may not see the record any more does not read the notice either. Whoever sees all deals
-- of their side sees those of every notice; of the others the record itself is asked. A kind of record that a part of the readers
-- does not see is named here.

alter policy entente_vendor_scoped on notice using (
  person_id = (select entente.person_id()) and partner_id is null
  and case subject_kind when 'deal' then exists (select from deal d where d.id = subject_id) else true end
);
alter policy entente_partner_own on notice using (
  person_id = (select entente.person_id()) and partner_id = (select entente.partner_id())
  and case subject_kind when 'deal' then exists (select from deal d where d.id = subject_id) else true end
);
