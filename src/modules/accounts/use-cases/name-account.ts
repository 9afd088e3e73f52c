import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { endNamed, findSeenAccount, insertNamed, vendorPersonName } from "../repository/named-accounts";
import { nameAccountInput } from "../schema";

/** Keeps a customer for somebody of the vendor, and says what becomes of registrations for it from now on. */
export const nameAccount = useCase({
  name: "account.name",
  permission: "account.name",
  input: nameAccountInput,
  async run({ actor, tx, now }, { accountId, entryId, before, ownerId, consequence, note }) {
    if (!(await findSeenAccount(tx, accountId))) return err({ code: "not_found", entity: "account" });
    if (actor.kind !== "person") return err({ code: "forbidden" });
    const ownerName = await vendorPersonName(tx, ownerId);
    if (!ownerName) return err({ code: "invalid", fields: { ownerId: "accounts.errors.ownerMissing" } });
    const changed = { code: "conflict", entity: "account", reason: "accounts.errors.namedMeanwhile" } as const;
    if (before && !(await endNamed(tx, { id: before, accountId }, actor.personId, now))) return err(changed);
    const by = { namedAt: now, namedById: actor.personId, namedByName: actor.name };
    if (!(await insertNamed(tx, { id: entryId, accountId, ownerId, ownerName, consequence, note, ...by })))
      return err(changed);
    const about = { subjectKind: "account", subjectId: accountId, partnerId: null, audience: "vendor" as const };
    const data = { owner: ownerName, consequence, note };
    return ok({ value: { accountId }, events: [{ type: "account.named", ...about, data }] });
  },
});
