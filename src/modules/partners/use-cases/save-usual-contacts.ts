import { err, ok } from "@/kernel/result";
import { installationId } from "@/modules/vendor/domain/subject";
import { useCase } from "@/server/use-case";
import { chosenContacts } from "../domain/contact-card";
import { areColleagues, keepUsualContacts } from "../repository/contact-card";
import { saveUsualContactsInput } from "../schema";

/** Whom the program names for what; every partner without a choice of its own sees it at once. */
export const saveUsualContacts = useCase({
  name: "partner.saveUsualContacts",
  permission: "settings.manage",
  escalates: ["contact.write"],
  input: saveUsualContactsInput,
  async run({ tx, asSystem }, { contacts }) {
    const { choices, named, topics } = chosenContacts(contacts);
    return asSystem(async () => {
      if (!(await areColleagues(tx, named))) return err({ code: "not_found", entity: "person" } as const);
      await keepUsualContacts(tx, choices);
      const event = {
        type: "vendor.contactsSaved",
        subjectKind: "installation",
        subjectId: installationId,
        partnerId: null,
        audience: "vendor" as const,
        data: { topics },
      };
      return ok({ value: { topics }, events: [event] });
    });
  },
});
