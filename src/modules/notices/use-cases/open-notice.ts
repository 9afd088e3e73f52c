import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { readNotice } from "../repository/notices";
import { openNoticeInput } from "../schema";

/** The reader opens a notice: it is read from now on, and the answer says what it is about. */
export const openNotice = useCase({
  name: "notice.open",
  permission: "inbox.read",
  input: openNoticeInput,
  async run({ tx, now }, { noticeId }) {
    const notice = await readNotice(tx, noticeId, now);
    return notice ? ok({ value: notice, events: [] }) : err({ code: "not_found", entity: "notice" });
  },
});
