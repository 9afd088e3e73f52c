import { dayOf, startOfDay } from "@/kernel/dates";
import { lintFor, mayBePublished } from "@/kernel/policy-lint";
import { err, ok } from "@/kernel/result";
import { peopleWithRole } from "@/modules/people/public";
import { fromPlainDate } from "@/server/clocks";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { earliestDay, mayPublish, noticeDays } from "../domain/publishing";
import { contractOf } from "../presets/kinds";
import { findVersion, newestPublished, saveVersion } from "../repository";
import { publishInput } from "../schema";

/**
 * Publishes a checked version: it takes effect on its day, not sooner than the notice the rules before it promise, and everybody
 * who works under them is told at once. Running cases keep the version under which they were submitted.
 */
export const publishPolicy = useCase({
  name: "policy.publish",
  permission: "policy.publish",
  escalates: ["policy.save"],
  input: publishInput,
  async run({ actor, tx, now, asSystem }, { versionId, revision, effectiveOn, citedDecision, citedOn }) {
    const version = await findVersion(tx, versionId);
    const contract = version && contractOf(version.kind);
    if (!version || !contract || actor.kind !== "person") return err({ code: "not_found", entity: "policy" });
    if (version.status !== "checked" || !mayBePublished(lintFor(version.body, contract)))
      return err({ code: "refused", reason: "policies.errors.notChecked" });
    if (!mayPublish(actor.personId, version.draftedById, await peopleWithRole(tx, "program_owner")))
      return err({ code: "refused", reason: "policies.errors.secondPerson" });

    const { zone } = await installation(tx);
    const before = await newestPublished(tx, version.kind);
    const notice = noticeDays(before?.body ?? null);
    const today = dayOf(now, zone);
    const isToday = effectiveOn === today;
    const effectiveFrom = isToday ? now : startOfDay(effectiveOn, zone);
    if (effectiveOn < earliestDay(today, notice))
      return err({ code: "invalid", fields: { effectiveOn: "policies.errors.tooSoon" } });
    if (before && effectiveFrom <= before.effectiveFrom)
      return err({ code: "invalid", fields: { effectiveOn: "policies.errors.beforeTheLast" } });

    if (citedOn > today) return err({ code: "invalid", fields: { citedOn: "policies.errors.citedLater" } });

    const cited = citedOn === "" ? {} : { citedDecision, citedOn: fromPlainDate(citedOn) };
    const by = { publishedById: actor.personId, publishedByName: actor.name };
    const changes = { status: "published", effectiveFrom, publishedAt: now, noticeDays: notice, ...by, ...cited };
    if (!(await asSystem(() => saveVersion(tx, { id: versionId, revision }, changes, now)))) {
      return err({ code: "conflict", entity: "policy", reason: "policies.errors.changedElsewhere" });
    }
    const data = { version: version.version, name: version.name, note: version.note, effectiveOn };
    const about = { subjectKind: "policy", subjectId: versionId, partnerId: null };
    return ok({ value: { versionId }, events: [{ type: "policy.published", ...about, data }] });
  },
});
