import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { endNamed, findSeenAccount } from "../repository/named-accounts";
import { unnameAccountInput } from "../schema";

/** A customer is no named account any more: registrations for it are decided as all others are. */
export const unnameAccount = useCase({
  name: "account.unname",
  permission: "account.name",
  input: unnameAccountInput,
  async run({ actor, tx, now }, { accountId, entryId }) {
    if (!(await findSeenAccount(tx, accountId))) return err({ code: "not_found", entity: "account" });
    if (actor.kind !== "person") return err({ code: "forbidden" });
    if (!(await endNamed(tx, { id: entryId, accountId }, actor.personId, now)))
      return err({ code: "conflict", entity: "account", reason: "accounts.errors.namedMeanwhile" });
    const about = { subjectKind: "account", subjectId: accountId, partnerId: null, audience: "vendor" as const };
    return ok({ value: { accountId }, events: [{ type: "account.unnamed", ...about }] });
  },
});
