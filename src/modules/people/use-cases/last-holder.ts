import type { Role } from "@/kernel/actor";
import type { Failure } from "@/kernel/failure";
import type { Context } from "@/server/use-case";
import { neededLost } from "../domain/last-holder";
import { hasOtherHolder, type KnownPerson, lockRoles } from "../repository/roles";

/** Refuses to take a role away that the program cannot be without, from the last one who holds it. Runs as the system. */
export async function lastHolder(
  tx: Context["tx"],
  person: KnownPerson,
  kept: readonly Role[],
): Promise<Failure | null> {
  await lockRoles(tx);
  for (const role of person.disabledAt ? [] : neededLost(person.roles, kept)) {
    if (!(await hasOtherHolder(tx, role, person.id)))
      return { code: "refused", reason: `people.errors.last.${role}`, params: { name: person.name } };
  }
  return null;
}
