import { dealNoticeKinds } from "@/modules/deals/domain/notices";
import type { NoticeKind } from "@/modules/notices/domain/notice";
import { personNoticeKinds } from "@/modules/people/domain/notices";
import { policyNoticeKinds } from "@/modules/policies/domain/notices";
import { recordNoticeKinds } from "@/modules/records/domain/notices";

/** Everything the modules may tell people of. */
export const noticeKinds: readonly NoticeKind[] = [
  ...dealNoticeKinds,
  ...recordNoticeKinds,
  ...policyNoticeKinds,
  ...personNoticeKinds,
];
