import type { PolicyBody } from "@/kernel/policy";
import { err, ok, type Result } from "@/kernel/result";
import type { Context, Outcome } from "@/server/use-case";
import { findVersion, type StoredVersion, saveVersion } from "../repository";

type Draft = { readonly versionId: string; readonly revision: number; readonly name: string; readonly note: string };
type Kept = { readonly versionId: string; readonly revision: number };

/** Keeps what was made of an open version. It may have faults until it is checked; one that was checked is a draft again. */
export async function keepDraft(
  { actor, tx, now, asSystem }: Context,
  { versionId, revision, name, note }: Draft,
  make: (version: StoredVersion) => Result<PolicyBody>,
): Promise<Result<Outcome<Kept>>> {
  const version = await findVersion(tx, versionId);
  if (!version) return err({ code: "not_found", entity: "policy" });
  if (version.status !== "draft" && version.status !== "checked")
    return err({ code: "refused", reason: "policies.errors.published" });
  const made = make(version);
  if (!made.ok) return made;
  const by = actor.kind === "person" ? { draftedById: actor.personId, draftedByName: actor.name } : {};
  const changes = { name, note, body: made.value, status: "draft", checkedAt: null, ...by };
  if (!(await asSystem(() => saveVersion(tx, { id: versionId, revision }, changes, now)))) {
    return err({ code: "conflict", entity: "policy", reason: "policies.errors.changedElsewhere" });
  }
  const about = { subjectKind: "policy", subjectId: versionId, partnerId: null, audience: "vendor" as const };
  const event = { type: "policy.saved", ...about, data: { version: version.version, note } };
  return ok({ value: { versionId, revision: revision + 1 }, events: [event] });
}
