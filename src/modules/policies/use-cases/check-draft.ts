import { lintFor, mayBePublished } from "@/kernel/policy-lint";
import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { contractOf } from "../presets/kinds";
import { findVersion, saveVersion } from "../repository";
import { checkDraftInput } from "../schema";

/** Checks a draft: without a fault it is ready to be published, by a second person where there is one. */
export const checkDraft = useCase({
  name: "policy.check",
  permission: "policy.draft",
  escalates: ["policy.save"],
  input: checkDraftInput,
  async run({ tx, now, asSystem }, { versionId, revision }) {
    const version = await findVersion(tx, versionId);
    const contract = version && contractOf(version.kind);
    if (!version || !contract) return err({ code: "not_found", entity: "policy" });
    if (version.status !== "draft") return err({ code: "refused", reason: "policies.errors.notDraft" });
    const findings = lintFor(version.body, contract);
    if (!mayBePublished(findings)) {
      return err({ code: "refused", reason: "policies.errors.faults", params: { count: findings.length } });
    }
    if (
      !(await asSystem(() => saveVersion(tx, { id: versionId, revision }, { status: "checked", checkedAt: now }, now)))
    ) {
      return err({ code: "conflict", entity: "policy", reason: "policies.errors.changedElsewhere" });
    }
    const about = { subjectKind: "policy", subjectId: versionId, partnerId: null, audience: "vendor" as const };
    const data = { version: version.version, name: version.name };
    return ok({ value: { versionId, revision: revision + 1 }, events: [{ type: "policy.checked", ...about, data }] });
  },
});
