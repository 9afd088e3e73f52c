import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { mayChangePerson } from "../access";
import { endSessions } from "../repository/identity";
import { findPerson } from "../repository/roles";
import { removeFactor } from "../repository/second-factor";
import { personInput } from "../schema";
import { personEvent } from "./person-event";

/**
 * Somebody has lost what they prove themselves with: a colleague takes it away. They are signed out everywhere, sign in with the
 * password, and set up a new one where one is asked of them. They are told of it. Nobody does it for themselves.
 */
export const resetSecondFactor = useCase({
  name: "people.resetSecondFactor",
  permission: "people.manage",
  sensitive: true,
  escalates: ["secondFactor.write"],
  input: personInput,
  async run({ actor, tx, now, asSystem }, { personId }) {
    const person = await findPerson(tx, personId);
    if (!person) return err({ code: "not_found", entity: "person" });
    if (!mayChangePerson(actor, person)) return err({ code: "forbidden" });
    return asSystem(async () => {
      if (!(await removeFactor(tx, personId)))
        return err({ code: "conflict", entity: "person", reason: "people.errors.noFactorThere" } as const);
      await endSessions(tx, personId, null, now);
      const event = personEvent("person.secondFactorReset", person, { name: person.name });
      return ok({ value: { personId }, events: [event] });
    });
  },
});
