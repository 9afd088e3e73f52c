import { err, ok } from "@/kernel/result";
import { languages } from "@/server/languages";
import { useCase } from "@/server/use-case";
import { savePerson } from "../repository/people";
import { languageInput } from "../schema";
import { ownPerson } from "./own";

/** The language somebody chose on this device is theirs, so that mails speak it too. */
export const saveLanguage = useCase({
  name: "profile.saveLanguage",
  permission: "profile.own",
  escalates: ["person.write"],
  input: languageInput,
  async run(context, { locale }) {
    const { personId } = ownPerson(context);
    if (!languages().includes(locale)) return err({ code: "invalid", fields: { locale: "people.errors.language" } });
    await context.asSystem(() => savePerson(context.tx, personId, { locale }));
    return ok({ value: { locale }, events: [] });
  },
});
