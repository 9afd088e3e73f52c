import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { contractOf } from "../presets/kinds";
import { insertDraft, newestPublished, nextNumber, openVersion } from "../repository";
import { startDraftInput } from "../schema";

/** Begins the next version of a kind of rules, as a copy of the newest that was published. One is worked on at a time. */
export const startDraft = useCase({
  name: "policy.startDraft",
  permission: "policy.draft",
  escalates: ["policy.save"],
  input: startDraftInput,
  async run({ actor, tx, now, newId, asSystem }, { kind }) {
    if (!contractOf(kind)) return err({ code: "not_found", entity: "policy" });
    const open = await openVersion(tx, kind);
    if (open) return ok({ value: { versionId: open.id }, events: [] });
    const before = await newestPublished(tx, kind);
    const id = newId();
    const draft = {
      id,
      kind,
      version: await nextNumber(tx, kind),
      name: before?.name ?? kind,
      note: "",
      body: before?.body ?? { rules: [], tables: {}, settings: {} },
      effectiveFrom: now,
      draftedById: actor.kind === "person" ? actor.personId : null,
      by: actor.kind === "person" ? actor.name : "Entente",
      now,
    };
    if (!(await asSystem(() => insertDraft(tx, draft)))) {
      return err({ code: "conflict", entity: "policy", reason: "policies.errors.begun" });
    }
    const about = { subjectKind: "policy", subjectId: id, partnerId: null, audience: "vendor" as const };
    return ok({
      value: { versionId: id },
      events: [{ type: "policy.drafted", ...about, data: { version: draft.version } }],
    });
  },
});
