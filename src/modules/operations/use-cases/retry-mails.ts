import { err, ok } from "@/kernel/result";
import { installationId } from "@/modules/vendor/domain/subject";
import { useCase } from "@/server/use-case";
import { retryMails } from "../repository";
import { retryInput } from "../schema";

/** Mails that failed are sent again. */
export const retryMail = useCase({
  name: "operations.retryMails",
  permission: "operations.manage",
  escalates: ["mail.retry"],
  input: retryInput,
  async run({ tx, now, asSystem }, { ids }) {
    const count = await asSystem(() => retryMails(tx, ids, now));
    if (count === 0) return err({ code: "conflict", entity: "mail", reason: "operations.errors.notFailed" });
    const subject = { subjectKind: "installation", subjectId: installationId, partnerId: null } as const;
    const event = { type: "operations.mailsRetried", ...subject, audience: "vendor", data: { count } } as const;
    return ok({ value: { count }, events: [event] });
  },
});
