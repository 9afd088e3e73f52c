import { err, ok } from "@/kernel/result";
import { newRecoveryCodes, recoveryHash, stepOf } from "@/server/auth/second-factor";
import { useCase } from "@/server/use-case";
import { endSessions } from "../repository/identity";
import { confirmFactor, secondFactorOf, takeStep } from "../repository/second-factor";
import { codeInput } from "../schema";
import { notFactor, ownPerson } from "./own";
import { personEvent } from "./person-event";

/** A code of the app turns the second factor on; the recovery codes are shown this once. Sessions from before end elsewhere. */
export const confirmSecondFactor = useCase({
  name: "profile.confirmSecondFactor",
  permission: "profile.own",
  beforeSecondFactor: true,
  escalates: ["secondFactor.write"],
  input: codeInput,
  async run(context, { code }) {
    const { tx, now, sessionId, asSystem } = context;
    const { personId, partnerId } = ownPerson(context);
    return asSystem(async () => {
      const factor = await secondFactorOf(tx, personId);
      if (!factor || factor.confirmed)
        return err({ code: "conflict", entity: "secondFactor", reason: "people.errors.factorThere" } as const);
      const step = stepOf(factor.secret, code, now);
      if (step === null || !(await takeStep(tx, personId, step))) return notFactor;
      const codes = newRecoveryCodes();
      await confirmFactor(
        tx,
        personId,
        codes.map(recoveryHash).filter((hash) => hash !== null),
        now,
      );
      await endSessions(tx, personId, sessionId, now);
      return ok({ value: { codes }, events: [personEvent("person.secondFactorOn", { id: personId, partnerId })] });
    });
  },
});
