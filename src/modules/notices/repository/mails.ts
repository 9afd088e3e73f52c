import { z } from "zod";
import type { Prisma, Tx } from "@/server/db";
import type { OutgoingMail } from "@/server/mail";
import type { MailPlan } from "../domain/hours";
import type { Link } from "../mails/link";

export type NewMail = MailPlan & { readonly id: string; readonly personId: string; readonly createdAt: Date };

/**
 * Puts a mail into the queue and returns its id. One that collects takes what else is due at the same moment: the row is held until
 * the transaction ends, so that it cannot go out without what is added now.
 */
export async function queueMail(tx: Tx, { form, ...mail }: NewMail): Promise<string> {
  if (form === "single") {
    await tx.mail.create({ data: { ...mail, form }, select: { id: true } });
    return mail.id;
  }
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into mail (id, person_id, form, due_at, created_at)
    values (${mail.id}::uuid, ${mail.personId}::uuid, 'digest', ${mail.dueAt}, ${mail.createdAt})
    on conflict (person_id, due_at) where form = 'digest' and state = 'queued' and claimed_at is null
    do update set due_at = excluded.due_at returning id`;
  return rows[0]?.id ?? mail.id;
}

export type NewLink = Link & { readonly id: string; readonly personId: string | null; readonly now: Date };

/** Puts a mail with a link into the queue; it says so at once, whatever its reader chose to be told of. */
export async function queueLink(tx: Tx, { id, personId, purpose, value, now }: NewLink): Promise<void> {
  await tx.mail.create({
    data: { id, personId, form: "single", linkPurpose: purpose, linkValue: value, dueAt: now, createdAt: now },
    select: { id: true },
  });
}

export type DueMail = { readonly id: string; readonly attempts: number; readonly link: Link | null };

/** Mails whose time has come, the longest waiting first, and those that were claimed so long ago that their worker must be gone. */
export async function dueMails(tx: Tx, now: Date, claimedBefore: Date, most: number): Promise<DueMail[]> {
  const rows = await tx.mail.findMany({
    where: {
      OR: [
        { state: "queued", dueAt: { lte: now } },
        { state: "sending", claimedAt: { lt: claimedBefore } },
      ],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, attempts: true, linkPurpose: true, linkValue: true },
  });
  return rows.map(({ linkPurpose, linkValue, ...mail }) => ({
    ...mail,
    link: linkPurpose && linkValue ? { purpose: linkPurpose, value: linkValue } : null,
  }));
}

/** Claims a mail: true for exactly one caller, until the transaction that does it ends. */
export async function claimMail(tx: Tx, { id, attempts }: Pick<DueMail, "id" | "attempts">): Promise<boolean> {
  const { count } = await tx.mail.updateMany({
    where: { id, attempts, state: { in: ["queued", "sending"] } },
    data: { attempts: attempts + 1 },
  });
  return count === 1;
}

const composedRow = z.object({
  messageId: z.string(),
  recipient: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** What was composed in an earlier try; null before the first. */
export async function composedMail(tx: Tx, id: string): Promise<OutgoingMail | null> {
  const row = await tx.mail.findUniqueOrThrow({ where: { id } });
  if (row.claimedAt === null) return null;
  const { recipient, ...mail } = composedRow.parse(row);
  return { ...mail, to: recipient };
}

/** Keeps what a mail says, before anything is sent. */
export async function saveComposed(tx: Tx, id: string, mail: OutgoingMail, locale: string, now: Date): Promise<void> {
  const { to, headers, ...rest } = mail;
  const recipient = { ...to } satisfies Prisma.InputJsonObject;
  await tx.mail.update({
    where: { id },
    data: { ...rest, recipient, headers: { ...headers }, locale, claimedAt: now },
    select: { id: true },
  });
}

export type MailState =
  | { readonly state: "sending"; readonly claimedAt: Date }
  | { readonly state: "sent"; readonly sentAt: Date }
  | { readonly state: "skipped" }
  | { readonly state: "failed"; readonly error: string }
  | { readonly state: "queued"; readonly dueAt: Date; readonly error: string };

/** Says what became of a mail in one try; an answer that comes after the next try has begun is too late and changes nothing. */
export async function settleMail(tx: Tx, id: string, attempts: number, state: MailState): Promise<void> {
  await tx.mail.updateMany({ where: { id, attempts, state: { in: ["queued", "sending"] } }, data: { ...state } });
}

/** How many mails wait or failed, for who runs the system. */
export async function mailStanding(tx: Tx): Promise<{ waiting: number; since: Date | null; failed: number }> {
  const rows = await tx.$queryRaw<{ waiting: number; since: Date | null; failed: number }[]>`
    select * from entente.mail_standing()`;
  return rows[0] ?? { waiting: 0, since: null, failed: 0 };
}
