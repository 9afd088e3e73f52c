import { err, ok } from "@/kernel/result";
import { newSealedSecret } from "@/server/auth/second-factor";
import { useCase } from "@/server/use-case";
import { beginSecondFactor as begin } from "../repository/second-factor";
import { nothing } from "../schema";
import { ownPerson } from "./own";

/** A secret for an app is made; it counts once a code of it was entered. */
export const beginSecondFactor = useCase({
  name: "profile.beginSecondFactor",
  permission: "profile.own",
  beforeSecondFactor: true,
  escalates: ["secondFactor.write"],
  input: nothing,
  async run(context) {
    const { tx, now, asSystem } = context;
    const { personId } = ownPerson(context);
    if (!(await asSystem(() => begin(tx, personId, newSealedSecret(), now))))
      return err({ code: "conflict", entity: "secondFactor", reason: "people.errors.factorThere" });
    return ok({ value: { personId }, events: [] });
  },
});
