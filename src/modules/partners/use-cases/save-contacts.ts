import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { chosenContacts } from "../domain/contact-card";
import { findPartnerStanding } from "../repository";
import { areColleagues, keepContacts } from "../repository/contact-card";
import { saveContactsInput } from "../schema";

/** Whom a partner turns to for what, where it is not the usual choice of the program. */
export const saveContacts = useCase({
  name: "partner.saveContacts",
  permission: "partner.contacts",
  escalates: ["contact.write"],
  input: saveContactsInput,
  async run({ tx, asSystem }, { partnerId, contacts }) {
    if (!(await findPartnerStanding(tx, partnerId))) return err({ code: "not_found", entity: "partner" });
    const { choices, named, topics } = chosenContacts(contacts);
    return asSystem(async () => {
      if (!(await areColleagues(tx, named))) return err({ code: "not_found", entity: "person" } as const);
      await keepContacts(tx, partnerId, choices);
      const event = {
        type: "partner.contactsSaved",
        subjectKind: "partner",
        subjectId: partnerId,
        partnerId,
        data: { topics },
      };
      return ok({ value: { partnerId }, events: [event] });
    });
  },
});
