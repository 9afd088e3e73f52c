import { err, ok } from "@/kernel/result";
import { hashPassword } from "@/server/auth/password";
import { useCase } from "@/server/use-case";
import { passwordProblem } from "../domain/password";
import { endSessions, setPassword } from "../repository/identity";
import { findPerson } from "../repository/roles";
import { changePasswordInput } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** Somebody chooses another password; whoever else is signed in as them is out. */
export const changePassword = useCase({
  name: "profile.changePassword",
  permission: "profile.own",
  sensitive: true,
  escalates: ["credential.write"],
  input: changePasswordInput,
  async run(context, { password }) {
    const { tx, now, sessionId, asSystem } = context;
    const { personId, partnerId } = ownPerson(context);
    return asSystem(async () => {
      const person = await findPerson(tx, personId);
      const problem = passwordProblem(password, person ? [person.name, person.email] : []);
      if (problem) return err({ code: "invalid", fields: { password: `people.errors.password.${problem}` } } as const);
      await setPassword(tx, personId, await hashPassword(password), now);
      const ended = await endSessions(tx, personId, sessionId, now);
      return ok({ value: { ended }, events: [personEvent("person.passwordChanged", { id: personId, partnerId })] });
    });
  },
});
