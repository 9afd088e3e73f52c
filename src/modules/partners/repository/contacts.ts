import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import type { ContactKind } from "../domain/contact";

/** Whether the actor sees a partner. */
export async function isPartnerKnown(tx: Tx, id: string): Promise<boolean> {
  return (await tx.partner.count({ where: { id } })) === 1;
}

type NewContact = {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: ContactKind;
  readonly at: Date;
  readonly note: string;
  readonly people: readonly string[];
  readonly loggedBy: PersonActor;
  readonly loggedAt: Date;
};

/** Logs a contact; false where one of this id was logged before. */
export async function insertContact(tx: Tx, { loggedBy, people, ...contact }: NewContact): Promise<boolean> {
  const { count } = await tx.partnerContact.createMany({
    data: { ...contact, people: [...people], loggedById: loggedBy.personId, loggedByName: loggedBy.name },
    skipDuplicates: true,
  });
  return count === 1;
}
