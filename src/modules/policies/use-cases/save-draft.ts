import type { PolicyBody } from "@/kernel/policy";
import { err, ok, type Result } from "@/kernel/result";
import { policyBodySchema } from "@/server/policy-schema";
import { useCase } from "@/server/use-case";
import { jsonFault } from "../domain/text-fault";
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

/** Reads a policy, or the one in a file; says where it stops being one. */
function read(text: string): Result<PolicyBody> {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = policyBodySchema.safeParse(isFile(value) ? value.policy : value);
    if (parsed.success) return ok(parsed.data);
    const path = parsed.error.issues[0]?.path.join(".") ?? "";
    return err({ code: "refused", reason: "policies.errors.shape", params: { path } });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err({ code: "refused", reason: "policies.errors.json", params: jsonFault(text, error) });
  }
}

const isFile = (value: unknown): value is { policy: unknown } =>
  typeof value === "object" && value !== null && "policy" in value;
