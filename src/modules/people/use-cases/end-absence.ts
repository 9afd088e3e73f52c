import { dayOf } from "@/kernel/dates";
import { err, ok } from "@/kernel/result";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { absencesOf, endAbsenceOn } from "../repository/absences";
import { absenceIdInput } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** Somebody is back, or does not go: from today on the work is theirs again. */
export const endAbsence = useCase({
  name: "absence.end",
  permission: "absence.own",
  escalates: ["cover.write"],
  input: absenceIdInput,
  async run(context, { absenceId }) {
    const { tx, now, asSystem } = context;
    const { personId } = ownPerson(context);
    const today = dayOf(now, (await installation(tx)).zone);
    const absence = (await absencesOf(tx, personId, today)).find(({ id }) => id === absenceId);
    if (!absence) return err({ code: "not_found", entity: "absence" });
    await asSystem(() => endAbsenceOn(tx, absence.id, today));
    const data = { from: absence.from, to: absence.to };
    return ok({
      value: { absenceId },
      events: [personEvent("person.absenceEnded", { id: personId, partnerId: null }, data)],
    });
  },
});
