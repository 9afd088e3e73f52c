import type { Tx } from "@/server/db";
import type { ContactTopic } from "../domain/contact-card";

export type ContactChoice = {
  readonly topic: ContactTopic;
  readonly personId: string | null;
  readonly backupId: string | null;
};

/** Whether all of some people work for the vendor and may sign in. Runs as the system. */
export async function areColleagues(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const found = await tx.person.count({ where: { id: { in: wanted }, partnerId: null, disabledAt: null } });
  return found === wanted.length;
}

/** Keeps what is chosen for a partner by topic, and makes those named known to partners. Runs as the system. */
export async function keepContacts(tx: Tx, partnerId: string, choices: readonly ContactChoice[]): Promise<void> {
  for (const { topic, ...choice } of choices) {
    await tx.contactChoice.upsert({
      where: { partnerId_topic: { partnerId, topic } },
      create: { partnerId, topic, ...choice },
      update: choice,
    });
  }
  await makeKnown(tx, choices);
}

/** Keeps what the program chooses by topic, and makes those named known to partners. Runs as the system. */
export async function keepUsualContacts(tx: Tx, choices: readonly ContactChoice[]): Promise<void> {
  for (const { topic, ...choice } of choices) {
    if (choice.personId)
      await tx.programContact.upsert({ where: { topic }, create: { topic, ...choice }, update: choice });
    else await tx.programContact.updateMany({ where: { topic }, data: choice });
  }
  await makeKnown(tx, choices);
}

async function makeKnown(tx: Tx, choices: readonly ContactChoice[]): Promise<void> {
  const named = choices.flatMap(({ personId, backupId }) => [personId, backupId]).filter((id) => id !== null);
  await tx.person.updateMany({ where: { id: { in: named }, isContact: false }, data: { isContact: true } });
}
