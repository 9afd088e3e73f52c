import type { SystemActor } from "@/kernel/actor";
import { asSeenBy, type Tx } from "@/server/db";
import { firstLanguage, languages } from "@/server/languages";
import type { ToldNotice } from "../mails/letter";
import { paramsSchema } from "../schema";
import { addressees } from "./people";

/** A language there are words in: the person's own, else the first. */
export const knownLocale = (locale: string): string => (languages().includes(locale) ? locale : firstLanguage);

/**
 * What a mail has to say and to whom, or null where there is nothing to say any more: the person left or moved, may not see any
 * more what it is about, or has read all of it meanwhile in the inbox. A mail of its own goes out also where it was read.
 */
export async function letterOf(tx: Tx, system: SystemActor, id: string) {
  const mail = await tx.mail.findUniqueOrThrow({ where: { id }, select: { personId: true, form: true } });
  const person = mail.personId === null ? null : (await addressees(tx, [mail.personId])).get(mail.personId);
  if (!person?.actor) return null;
  const inSight = await asSeenBy(tx, system, person.actor, () =>
    tx.notice.findMany({ where: { mailId: id }, orderBy: { at: "asc" } }),
  );
  const notices = inSight
    .filter((notice) => mail.form === "single" || notice.readAt === null)
    .map((notice): ToldNotice => ({ ...notice, params: paramsSchema.parse(notice.params) }));
  if (notices.length === 0) return null;
  return { person: { ...person, locale: knownLocale(person.locale) }, notices, form: mail.form };
}
