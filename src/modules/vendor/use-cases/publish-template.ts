import { lint } from "@/kernel/policy-lint";
import { err, ok } from "@/kernel/result";
import { registrationFacts, registrationPolicyKind } from "@/modules/deals/public";
import { installation } from "@/server/exchange";
import { useCase } from "@/server/use-case";
import { templateBody } from "../domain/templates";
import { publishFirst } from "../repository/setup";
import { publishTemplateInput } from "../schema";
import { changed } from "./changed";

/**
 * Puts the rules of a template in force as the program's first. Nobody was promised other rules before, so they need no notice;
 * every later version does.
 */
export const publishTemplate = useCase({
  name: "vendor.publishTemplate",
  permission: "policy.begin",
  escalates: ["policy.publishFirst"],
  input: publishTemplateInput,
  async run({ tx, now, newId, asSystem }, { template }) {
    return asSystem(async () => {
      const body = templateBody(template, (await installation(tx)).reportingCurrency);
      if (lint(body, registrationFacts).length > 0) throw new Error(`the template ${template} does not pass lint`);
      const id = newId();
      const version = { id, kind: registrationPolicyKind, name: "Deal registration", body, now };
      if (!(await publishFirst(tx, version)))
        return err({ code: "conflict", entity: "policy", reason: "vendor.errors.programThere" });
      const subject = { kind: "policy", id };
      return ok({ value: { id }, events: [changed("policy.published", { template, version: 1 }, subject)] });
    });
  },
});
