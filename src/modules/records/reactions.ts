import { given } from "@/modules/notices/domain/params";
import type { NoticeSource } from "@/modules/notices/public";
import { recordNoticeKinds, recordNoticeRules } from "./domain/notices";
import { recordKindNames } from "./domain/record";
import { toldComment, toldTask } from "./repository/told";

/** Which events beside records concern whom: those who are mentioned, who follow along, and who have a task. */
export const recordNotices: NoticeSource = {
  kinds: recordNoticeKinds,
  rules: recordNoticeRules,
  async tell({ tx }, event) {
    const kind = recordKindNames.find((each) => each === event.subjectKind);
    if (!kind) return null;
    const record = { kind, id: event.subjectId };
    const told =
      typeof event.data.commentId === "string"
        ? await toldComment(tx, record, event.data.commentId, event)
        : typeof event.data.taskId === "string"
          ? await toldTask(tx, record, event.data.taskId)
          : null;
    if (!told) return null;
    const { label, quote, by, ...people } = told;
    const params = given({ record: label, actor: event.actorName, quote, by: by && { day: by } });
    return { concerned: { mentioned: [], follower: [], taskOwner: [], taskCreator: [], ...people }, params };
  },
};
