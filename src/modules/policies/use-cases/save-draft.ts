import type { PolicyBody } from "@/kernel/policy";
import { err, ok, type Result } from "@/kernel/result";
import { policyBodySchema } from "@/server/policy-schema";
import { useCase } from "@/server/use-case";
import { saveDraftInput } from "../schema";
import { keepDraft } from "./keep-draft";

/** Saves a version that is worked on, with a policy as text: all of it at once. */
export const saveDraft = useCase({
  name: "policy.saveDraft",
  permission: "policy.draft",
  escalates: ["policy.save"],
  input: saveDraftInput,
  run(context, { policy, ...draft }) {
    return keepDraft(context, draft, () => read(policy));
  },
});

/** Reads a policy, or the one in a file. */
function read(text: string): Result<PolicyBody> {
  const parsed = policyBodySchema.safeParse(policyIn(text));
  return parsed.success ? ok(parsed.data) : err({ code: "invalid", fields: { policy: "policies.errors.policy" } });
}

function policyIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "policy" in value ? value.policy : value;
  } catch {
    return null;
  }
}
