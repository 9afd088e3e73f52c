import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayChangePerson } from "../access";
import { endSessions } from "../repository/identity";
import { findPerson, setDisabled } from "../repository/roles";
import { personInput } from "../schema";
import { lastHolder } from "./last-holder";
import { personEvent } from "./person-event";

/** Somebody may sign in no more and is signed out everywhere at once; their open cases go to others in the worker. */
export const disablePerson = useCase({
  name: "people.disable",
  permission: "people.manage",
  sensitive: true,
  escalates: ["person.disable"],
  input: personInput,
  async run({ actor, tx, now, asSystem }, { personId }) {
    const person = await findPerson(tx, personId);
    if (!person) return err({ code: "not_found", entity: "person" });
    if (!mayChangePerson(actor, person)) return err({ code: "forbidden" });
    return asSystem(async () => {
      const missing = await lastHolder(tx, person, []);
      if (missing) return err(missing);
      if (!(await setDisabled(tx, personId, now)))
        return err({ code: "conflict", entity: "person", reason: "people.errors.changedElsewhere" });
      await endSessions(tx, personId, null, now);
      const event = personEvent("person.disabled", person, { name: person.name });
      return ok({ value: { personId }, events: [event] });
    });
  },
});
