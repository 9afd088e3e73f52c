import type { Tx } from "@/server/db";
import { firstLanguage, languages } from "@/server/languages";
import type { ToldNotice } from "../mails/letter";
import { paramsSchema } from "../schema";
import { addressees } from "./people";

/** A language there are words in: the person's own, else the first. */
export const knownLocale = (locale: string): string => (languages().includes(locale) ? locale : firstLanguage);

/**
 * What a mail has to say and to whom, or null where there is nothing to say any more: the person left or moved, or has read all
 * of it meanwhile in the inbox. A mail of its own goes out in any case.
 */
export async function letterOf(tx: Tx, id: string) {
  const mail = await tx.mail.findUniqueOrThrow({
    where: { id },
    select: { personId: true, form: true, notices: { orderBy: { at: "asc" } } },
  });
  const person = mail.personId === null ? null : (await addressees(tx, [mail.personId])).get(mail.personId);
  if (!person) return null;
  const notices = mail.notices
    .filter((notice) => notice.partnerId === person.partnerId && (mail.form === "single" || notice.readAt === null))
    .map((notice): ToldNotice => ({ ...notice, params: paramsSchema.parse(notice.params) }));
  if (notices.length === 0) return null;
  return { person: { ...person, locale: knownLocale(person.locale) }, notices, form: mail.form };
}
