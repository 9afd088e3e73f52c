import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { policyWording, stageWords } from "@/modules/policies/ui/wording";
import { messagesIn } from "@/server/languages";
import { body } from "../../kernel/policy/support";

test.each([
  ["en", "A program owner: 2 business days; when late, it is approved"],
  ["de", "Die Programmleitung: 2 Arbeitstage; bei Verspätung wird freigegeben"],
])("a stage whose time is a setting is said in %s", (locale, words) => {
  const t = createTranslator({ locale, messages: messagesIn(locale) }) as never;
  const wording = policyWording(body({ settings: { days: 2 } }), [], { t, locale, currency: "EUR" });
  const stage = { who: "program_owner", within: { setting: "days" }, unit: "business_days", late: "approve" } as const;
  expect(stageWords(stage, wording)).toBe(words);
});
