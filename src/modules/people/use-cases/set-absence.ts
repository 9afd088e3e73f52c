import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { absenceProblem, mayStandIn, overlap } from "../domain/absence";
import { absencesOf, insertAbsence } from "../repository/absences";
import { findPerson } from "../repository/roles";
import { absenceInput } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

const atCover = (reason: string) =>
  err({ code: "invalid", fields: { coverId: `people.errors.absence.${reason}` } } as const);

/** Somebody of the vendor is away, and a colleague does their work meanwhile. */
export const setAbsence = useCase({
  name: "absence.set",
  permission: "absence.own",
  escalates: ["cover.write"],
  input: absenceInput,
  async run(context, { coverId, from, to }) {
    const { tx, now, newId } = context;
    const actor = ownPerson(context);
    const today = dayOf(now, (await installation(tx)).zone);
    const problem = absenceProblem({ from, to }, today, await absencesOf(tx, actor.personId, today));
    if (problem) return err({ code: "invalid", fields: { [problem.field]: problem.key } });
    return context.asSystem(async () => {
      const colleague = await findPerson(tx, coverId);
      if (!colleague || colleague.partnerId !== null) return err({ code: "not_found", entity: "person" } as const);
      if (colleague.id === actor.personId || colleague.disabledAt || !mayStandIn(actor.roles, colleague.roles))
        return atCover("notAllowed");
      const away = await absencesOf(tx, coverId, today);
      if (away.some((period) => overlap({ from, to }, period))) return atCover("awayToo");
      const id = newId();
      await insertAbsence(tx, { id, personId: actor.personId, coverId, from, to });
      const data = { from, to, cover: colleague.name };
      return ok({
        value: { id },
        events: [personEvent("person.absenceSet", { id: actor.personId, partnerId: null }, data)],
      });
    });
  },
});
