import { partnerRoles, vendorRoles } from "@/kernel/actor";
import type { NoticeKind, NoticeRule } from "@/modules/notices/domain/notice";

export type PolicyRelation = "bound" | "publisher";

/** What people can ask to be told of, or not. */
export const policyNoticeKinds = [
  { id: "policy.change", roles: [...partnerRoles, ...vendorRoles], mail: "at_once" },
  { id: "policy.ready", roles: ["program_owner"], mail: "at_once" },
] as const satisfies readonly NoticeKind[];

/** Whom each event of a version of the rules concerns. */
export const policyNoticeRules: Readonly<Record<string, NoticeRule<PolicyRelation>>> = {
  "policy.published": { tells: [{ who: "bound", kind: "policy.change" }], shows: ["effectiveOn"] },
  "policy.checked": { tells: [{ who: "publisher", kind: "policy.ready" }], shows: [] },
};
