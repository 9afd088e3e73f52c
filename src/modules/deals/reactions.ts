import type { NoticeSource } from "@/modules/notices/public";
import {
  dealNoticeKinds,
  dealNoticeParams,
  dealNoticeRules,
  participationNoticeParams,
  participationNoticeRules,
} from "./domain/notices";
import { noticeSubject, participationSubject, typeBefore } from "./repository/notice-subject";

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

/** Which events of a participation concern whom at the partner that was asked. */
export const participationNotices: NoticeSource = {
  kinds: dealNoticeKinds,
  rules: participationNoticeRules,
  async tell({ tx }, event) {
    const subject = await participationSubject(tx, event.subjectId);
    if (!subject) return null;
    const { participantOwner, participantAdmin, told } = subject;
    return { concerned: { participantOwner, participantAdmin }, params: participationNoticeParams(event, told) };
  },
};
