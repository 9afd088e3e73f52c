import { err, ok } from "@/kernel/result";
import { hashPassword } from "@/server/auth/password";
import { verified } from "@/server/signature";
import { useCase } from "@/server/use-case";
import { resetLink } from "../domain/links";
import { passwordProblem } from "../domain/password";
import { endSessions, setPassword } from "../repository/identity";
import { applyReset, resetOf } from "../repository/resets";
import { resetPasswordInput } from "../schema";
import { personEvent } from "./person-event";

/** The link of a reset sets a new password once, and signs the person out everywhere. */
export const resetPassword = useCase({
  name: "people.resetPassword",
  permission: "link.follow",
  input: resetPasswordInput,
  async run({ tx, now }, { token, password }) {
    const id = verified(resetLink.purpose, token);
    const reset = id === null ? null : await resetOf(tx, id, now);
    if (!id || !reset) return err({ code: "refused", reason: "people.errors.linkUsed" });
    const problem = passwordProblem(password, [reset.name, reset.email]);
    if (problem) return err({ code: "invalid", fields: { password: `people.errors.password.${problem}` } });
    if (!(await applyReset(tx, id, now))) return err({ code: "refused", reason: "people.errors.linkUsed" });
    await setPassword(tx, reset.person_id, await hashPassword(password), now);
    await endSessions(tx, reset.person_id, null, now);
    const event = personEvent("person.passwordReset", { id: reset.person_id, partnerId: reset.partner_id });
    return ok({ value: { email: reset.email }, events: [event] });
  },
});
