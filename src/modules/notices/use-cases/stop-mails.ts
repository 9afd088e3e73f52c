import { err, ok } from "@/kernel/result";
import { verified } from "@/server/signature";
import { useCase } from "@/server/use-case";
import { mailLike } from "../repository/mail-like";
import { saveChoice } from "../repository/preferences";
import { stopMailsInput } from "../schema";

/** Somebody follows the link of a mail that stops mails like it. It needs no session: the link is signed for the one who got it. */
export const stopMails = useCase({
  name: "notice.stopMails",
  permission: "inbox.read",
  input: stopMailsInput,
  async run({ tx, now }, { token }) {
    const mailId = verified("unsubscribe", token);
    const mail = mailId === null ? null : await mailLike(tx, mailId);
    if (!mail) return err({ code: "not_found", entity: "mail" });
    for (const { kind, inbox } of mail.kinds) await saveChoice(tx, mail.personId, kind, { inbox, mail: "off" }, now);
    return ok({ value: { kinds: mail.kinds.map(({ kind }) => kind) }, events: [] });
  },
});
