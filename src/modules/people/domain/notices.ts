import { partnerRoles, vendorRoles } from "@/kernel/actor";
import type { NoticeKind, NoticeRule } from "@/modules/notices/domain/notice";

/** What people can ask to be told of, or not. */
export const personNoticeKinds = [
  { id: "person.security", roles: [...partnerRoles, ...vendorRoles], mail: "at_once" },
] as const satisfies readonly NoticeKind[];

/** Whom what others do about an account concerns. */
export const personNoticeRules: Readonly<Record<string, NoticeRule<"subject">>> = {
  "person.secondFactorReset": { tells: [{ who: "subject", kind: "person.security" }], shows: [] },
};
