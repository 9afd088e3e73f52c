import type { NoticeSource } from "@/modules/notices/public";
import { dealNoticeKinds, dealNoticeParams, dealNoticeRules } from "./domain/notices";
import { noticeSubject, typeBefore } from "./repository/notice-subject";

/** Which events of registrations concern whom. */
export const dealNotices: NoticeSource = {
  kinds: dealNoticeKinds,
  rules: dealNoticeRules,
  async tell({ tx, now }, event) {
    const rule = dealNoticeRules[event.type];
    const subject = rule && (await noticeSubject(tx, event.subjectId, now));
    if (!subject) return null;
    // The reviewer hears of the answer itself, and not a second time that it came back to them.
    if (
      event.type === "deal.sentToReview" &&
      (await typeBefore(tx, event.subjectId, event.sequence)) === "deal.answered"
    )
      return null;
    const concerned: Record<string, readonly string[]> = {};
    for (const { who } of rule.tells) concerned[who] = await subject.people(who);
    return { concerned, params: dealNoticeParams(event, subject.deal) };
  },
};
