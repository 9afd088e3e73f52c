import { partnerRoles, vendorRoles } from "@/kernel/actor";
import type { NoticeKind, NoticeRule } from "@/modules/notices/domain/notice";

/** How somebody is related to what was written. */
export type RecordRelation = "mentioned" | "follower" | "taskOwner" | "taskCreator";

const writers = [...vendorRoles, ...partnerRoles].filter(
  (role) => role !== "direct_seller" && role !== "partner_marketing",
);

/** What people can ask to be told of, or not. */
export const recordNoticeKinds = [
  { id: "record.mention", roles: writers, mail: "at_once" },
  { id: "record.comment", roles: writers, mail: "digest" },
  { id: "record.task", roles: writers, mail: "at_once" },
] as const satisfies readonly NoticeKind[];

type Rule = NoticeRule<RecordRelation>;

/** Whom each event beside a record concerns. What is not named concerns nobody. */
export const recordNoticeRules: Readonly<Record<string, Rule>> = {
  "record.commented": {
    tells: [
      { who: "mentioned", kind: "record.mention" },
      { who: "follower", kind: "record.comment" },
    ],
    shows: [],
  },
  "record.commentEdited": { tells: [{ who: "mentioned", kind: "record.mention" }], shows: [] },
  "record.taskAdded": { tells: [{ who: "taskOwner", kind: "record.task" }], shows: ["by"] },
  "record.taskDone": { tells: [{ who: "taskCreator", kind: "record.task" }], shows: [] },
};
