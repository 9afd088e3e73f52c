import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { removeFactor } from "../repository/second-factor";
import { nothing } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** Somebody signs in with the password alone again. Where a second factor is asked of them, they set up a new one next. */
export const removeSecondFactor = useCase({
  name: "profile.removeSecondFactor",
  permission: "profile.own",
  sensitive: true,
  escalates: ["secondFactor.write"],
  input: nothing,
  async run(context) {
    const { tx, asSystem } = context;
    const { personId, partnerId } = ownPerson(context);
    if (!(await asSystem(() => removeFactor(tx, personId))))
      return err({ code: "conflict", entity: "secondFactor", reason: "people.errors.noFactor" });
    return ok({ value: { personId }, events: [personEvent("person.secondFactorOff", { id: personId, partnerId })] });
  },
});
