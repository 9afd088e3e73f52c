import type { PlainDate } from "@/kernel/dates";
import { cannotDecide, coversOn, peopleWithRole } from "@/modules/people/public";
import type { Context } from "@/server/use-case";
import type { Deal } from "../domain/deal";
import { chooseReviewer, coverOf } from "../domain/reviewer";

/** The first program owner who did not make the entry themselves: where what nobody did in time goes. */
export async function programOwnerFor(
  tx: Context["tx"],
  deal: Pick<Deal, "ownerId" | "createdById">,
): Promise<string | undefined> {
  const owners = await peopleWithRole(tx, "program_owner");
  return owners.find((owner) => owner !== deal.ownerId && owner !== deal.createdById);
}

/** Who of the vendor looks at a deal today: the partner's manager, who covers them, or a program owner. Runs as the system. */
export async function findReviewer(
  tx: Context["tx"],
  deal: Pick<Deal, "ownerId" | "createdById">,
  managerId: string | null,
  today: PlainDate,
): Promise<string> {
  const covers = await coversOn(tx, today);
  const cover = managerId && coverOf(managerId, covers, today);
  const gone = await cannotDecide(
    tx,
    [managerId, cover].filter((id): id is string => Boolean(id)),
  );
  const reviewerId = chooseReviewer({
    managerId,
    covers,
    programOwners: await peopleWithRole(tx, "program_owner"),
    excluded: [deal.ownerId, deal.createdById, ...gone],
    today,
  });
  if (!reviewerId) throw new Error("nobody may decide this registration: the installation has no program owner");
  return reviewerId;
}
