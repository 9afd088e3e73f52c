import { useTranslations } from "next-intl";
import type { PolicyBody } from "@/kernel/policy";
import { localText } from "@/kernel/policy-explain";
import { conditionWords, type PolicyWording, valueWords } from "@/ui/policy/words";
import { Section } from "@/ui/section";
import { nameOf, stageWords } from "./wording";

/** What the rules set otherwise for some, as deviations inside the bounds of all, and the stages of their clocks. */
export function Deviations({ body, wording }: { body: PolicyBody; wording: PolicyWording }) {
  const t = useTranslations("policies.rules");
  const { overrides = [], clocks = {} } = body;
  return (
    <>
      {overrides.length > 0 && (
        <Section title={t("overrides")} spaced>
          <ul>
            {overrides.map(({ id, title, when, set }) => (
              <li key={id} className="grid gap-x-6 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-2">
                <span className="font-strong">
                  {localText(title, wording.locale)}
                  <span className="block text-xs font-normal text-ink-3">{conditionWords(when, wording)}</span>
                </span>
                <span className="text-ink-2">
                  {Object.entries(set)
                    .map(([name, value]) => `${nameOf(name, wording.t)}: ${valueWords(name, value, wording)}`)
                    .join(", ")}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {Object.entries(clocks).map(([clock, stages]) => (
        <Section key={clock} title={t.has(`clocks.${clock}`) ? t(`clocks.${clock}`) : clock} spaced>
          <ol>
            {stages.map((stage) => (
              <li key={stage.id} className="border-b border-line py-2.5">
                {stageWords(stage, wording)}
                {stage.when && (
                  <span className="block text-xs text-ink-3">
                    {t("stageWhen", { condition: conditionWords(stage.when, wording) })}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}
