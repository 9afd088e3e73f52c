import type { Tx } from "@/server/db";
import { choicesOf } from "./people";

export type MailLike = {
  readonly personId: string;
  /** The kinds it tells of, and whether each of them is in the inbox too. */
  readonly kinds: readonly { readonly kind: string; readonly inbox: boolean; readonly stopped: boolean }[];
};

/** Whom a mail went to, and the kinds of notices it told; null where there is no such mail. */
export async function mailLike(tx: Tx, mailId: string): Promise<MailLike | null> {
  const mail = await tx.mail.findUnique({
    where: { id: mailId },
    select: { personId: true, notices: { select: { kind: true }, orderBy: { kind: "asc" } } },
  });
  // A mail with a link is none of a kind, and stops nothing.
  if (!mail?.personId) return null;
  const choices = await choicesOf(tx, [mail.personId]);
  const kinds = [...new Set(mail.notices.map(({ kind }) => kind))].map((kind) => {
    const choice = choices.find((each) => each.kind === kind);
    return { kind, inbox: choice?.inbox ?? true, stopped: choice?.mail === "off" };
  });
  return { personId: mail.personId, kinds };
}
