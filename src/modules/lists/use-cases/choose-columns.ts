import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveChoice } from "../repository";
import { chooseColumnsInput } from "../schema";

/** The reader says which columns a list has for them; none means the usual ones. */
export const chooseColumns = useCase({
  name: "list.chooseColumns",
  permission: "list.arrange",
  input: chooseColumnsInput,
  async run({ actor, tx, now }, { list, columns }) {
    if (actor.kind !== "person") return err({ code: "forbidden" });
    await saveChoice(tx, actor, list, { columns }, now);
    return ok({ value: { columns }, events: [] });
  },
});
