import { registrableDomain } from "@/modules/accounts/domain/website";
import type { Tx } from "@/server/db";

/** A registration the reader's company already has, as far as a form needs it to warn of a second one. */
export type OwnRegistration = {
  readonly id: string;
  readonly number: string;
  /** The registrable domain of the customer; empty where there is none. */
  readonly domain: string;
  readonly productLineId: string;
  readonly status: string;
};

const most = 300;

/** The newest registrations the actor can see that are decided or wait to be; drafts and ended ones are no duplicates. */
export async function ownRegistrations(tx: Tx, partnerId: string, exceptId: string): Promise<OwnRegistration[]> {
  const rows = await tx.deal.findMany({
    where: {
      partnerId,
      id: { not: exceptId },
      status: { in: ["submitted", "in_review", "needs_info", "approved"] },
      stage: { notIn: ["won", "lost"] },
    },
    orderBy: { createdAt: "desc" },
    take: most,
    select: { id: true, number: true, customerWebsite: true, productLineId: true, status: true },
  });
  return rows.map(({ customerWebsite, productLineId, ...row }) => ({
    ...row,
    domain: registrableDomain(customerWebsite) ?? "",
    productLineId: productLineId ?? "",
  }));
}
