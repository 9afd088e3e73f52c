import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { saveRules } from "../repository/rules";
import { signInRulesInput } from "../schema";

/** What is asked of everybody who signs in, from their next request on. */
export const saveSignInRules = useCase({
  name: "settings.saveSignInRules",
  permission: "settings.manage",
  sensitive: true,
  escalates: ["installation.write"],
  input: signInRulesInput,
  async run({ tx, newId, asSystem }, rules) {
    await asSystem(() => saveRules(tx, rules));
    const event = {
      type: "settings.signInRulesSaved",
      subjectKind: "installation",
      subjectId: newId(),
      partnerId: null,
      audience: "vendor" as const,
      data: rules,
    };
    return ok({ value: {}, events: [event] });
  },
});
