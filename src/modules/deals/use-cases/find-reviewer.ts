import type { PlainDate } from "@/kernel/dates";
import { coversOn, peopleWithRole } from "@/modules/people/public";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { chooseReviewer } from "../domain/reviewer";

/** Who of the vendor looks at a deal today: the partner's manager, who covers them, or a program owner. Runs as the system. */
export async function findReviewer(
  tx: Context["tx"],
  deal: Pick<Deal, "ownerId" | "createdById">,
  managerId: string | null,
  today: PlainDate,
): Promise<string> {
  const reviewerId = chooseReviewer({
    managerId,
    covers: await coversOn(tx, today),
    programOwners: await peopleWithRole(tx, "program_owner"),
    excluded: [deal.ownerId, deal.createdById],
    today,
  });
  if (!reviewerId) throw new Error("nobody may decide this registration: the installation has no program owner");
  return reviewerId;
}
