import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayChangePerson } from "../access";
import { findPerson, setDisabled } from "../repository/roles";
import { personInput } from "../schema";
import { personEvent } from "./person-event";

/** Somebody who was disabled may sign in again, with the roles they had. */
export const enablePerson = useCase({
  name: "people.enable",
  permission: "people.manage",
  sensitive: true,
  escalates: ["person.enable"],
  input: personInput,
  async run({ actor, tx, asSystem }, { personId }) {
    const person = await findPerson(tx, personId);
    if (!person) return err({ code: "not_found", entity: "person" });
    if (!mayChangePerson(actor, person)) return err({ code: "forbidden" });
    if (!(await asSystem(() => setDisabled(tx, personId, null))))
      return err({ code: "conflict", entity: "person", reason: "people.errors.changedElsewhere" });
    return ok({ value: { personId }, events: [personEvent("person.enabled", person, { name: person.name })] });
  },
});
