import { err, ok } from "@/kernel/result";
import { languages } from "@/server/languages";
import { useCase } from "@/server/use-case";
import { savePerson } from "../repository/people";
import { profileInput } from "../schema";
import { ownPerson } from "./own";
import { personEvent } from "./person-event";

/** Somebody says how they are called and reached, and in which language and zone they read. */
export const saveProfile = useCase({
  name: "profile.save",
  permission: "profile.own",
  escalates: ["person.write"],
  input: profileInput,
  async run(context, profile) {
    const { personId, partnerId } = ownPerson(context);
    if (!languages().includes(profile.locale))
      return err({ code: "invalid", fields: { locale: "people.errors.language" } });
    await context.asSystem(() => savePerson(context.tx, personId, profile));
    return ok({ value: { personId }, events: [personEvent("person.profileSaved", { id: personId, partnerId })] });
  },
});
