import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { acknowledge, findVersion } from "../repository";
import { acknowledgeInput } from "../schema";

/** The reader has read a published version of the rules; saying it again changes nothing. */
export const acknowledgePolicy = useCase({
  name: "policy.acknowledge",
  permission: "policy.read",
  input: acknowledgeInput,
  async run({ actor, tx, now }, { versionId }) {
    const version = await findVersion(tx, versionId);
    if (!version || actor.kind !== "person") return err({ code: "not_found", entity: "policy" });
    if (version.status === "draft" || version.status === "checked") return err({ code: "not_found", entity: "policy" });
    const { personId, partnerId } = actor;
    // The row is the record: nobody changes or removes it.
    await acknowledge(tx, { policyVersionId: versionId, personId, partnerId, at: now });
    return ok({ value: { versionId }, events: [] });
  },
});
