import { err, ok } from "@/kernel/result";
import { newRecoveryCodes, recoveryHash } from "@/server/auth/second-factor";
import { useCase } from "@/server/use-case";
import { confirmFactor, secondFactorOf } from "../repository/second-factor";
import { nothing } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** New recovery codes; the earlier ones open nothing any more. */
export const renewRecoveryCodes = useCase({
  name: "profile.renewRecoveryCodes",
  permission: "profile.own",
  sensitive: true,
  escalates: ["secondFactor.write"],
  input: nothing,
  async run(context) {
    const { tx, now, asSystem } = context;
    const { personId, partnerId } = ownPerson(context);
    return asSystem(async () => {
      if (!(await secondFactorOf(tx, personId))?.confirmed)
        return err({ code: "conflict", entity: "secondFactor", reason: "people.errors.noFactor" } as const);
      const codes = newRecoveryCodes();
      await confirmFactor(
        tx,
        personId,
        codes.map(recoveryHash).filter((hash) => hash !== null),
        now,
      );
      return ok({
        value: { codes },
        events: [personEvent("person.recoveryCodesRenewed", { id: personId, partnerId })],
      });
    });
  },
});
