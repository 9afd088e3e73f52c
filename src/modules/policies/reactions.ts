import { isPlainDate } from "@/kernel/dates";
import { given } from "@/modules/notices/domain/params";
import type { NoticeSource } from "@/modules/notices/public";
import { peopleWithRole } from "@/modules/people/public";
import { type PolicyRelation, policyNoticeKinds, policyNoticeRules } from "./domain/notices";
import { everybody } from "./repository";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** A change of the rules is announced to everybody who works under them, a checked one to those who may publish it. */
export const policyNotices: NoticeSource = {
  kinds: policyNoticeKinds,
  rules: policyNoticeRules,
  async tell({ tx }, { type, data, actorName }) {
    // The first rules of a program are no change of any: they name no day.
    if (type === "policy.published" && !text(data.effectiveOn)) return null;
    const people: Record<PolicyRelation, readonly string[]> =
      type === "policy.published"
        ? { bound: await everybody(tx), publisher: [] }
        : { bound: [], publisher: await peopleWithRole(tx, "program_owner") };
    const effectiveOn = text(data.effectiveOn);
    const params = given({
      name: text(data.name),
      version: typeof data.version === "number" ? data.version : null,
      actor: actorName,
      effectiveOn: effectiveOn && isPlainDate(effectiveOn) ? { day: effectiveOn } : null,
      quote: text(data.note),
    });
    return { concerned: people, params };
  },
};
