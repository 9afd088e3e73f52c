import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveChoice, saveHours } from "../repository/preferences";
import { savePreferencesInput } from "../schema";

/** The reader says what to be told of, in the inbox and by mail, and when mail may come. */
export const savePreferences = useCase({
  name: "notice.savePreferences",
  permission: "inbox.read",
  input: savePreferencesInput,
  async run({ actor, tx, now }, { choices, hours }) {
    if (actor.kind !== "person") return err({ code: "forbidden" });
    for (const { kind, ...choice } of choices) await saveChoice(tx, actor.personId, kind, choice, now);
    await saveHours(tx, actor.personId, hours, now);
    return ok({ value: { saved: choices.length }, events: [] });
  },
});
