import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { resetsUntil } from "../domain/invitation";
import { openReset } from "../repository/resets";
import { askResetInput } from "../schema";

/** Somebody wants a new password. The answer is the same whether or not there is such an account. */
export const askReset = useCase({
  name: "people.askReset",
  permission: "link.follow",
  input: askResetInput,
  async run({ tx, now, newId }, { email }) {
    const id = newId();
    const opened = await openReset(tx, { id, email, now, until: resetsUntil(now) });
    const event = {
      type: "person.resetAsked",
      subjectKind: "passwordReset",
      subjectId: id,
      partnerId: opened?.partner_id ?? null,
      audience: "vendor" as const,
    };
    return ok({ value: {}, events: opened ? [event] : [] });
  },
});
