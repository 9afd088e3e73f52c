import { useTranslations } from "next-intl";
import type { PolicyBody } from "@/kernel/policy";
import { localText } from "@/kernel/policy-explain";
import { conditionWords, type PolicyWording, valueWords } from "@/ui/policy/words";
import { Section } from "@/ui/section";
import { nameOf } from "./wording";

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
            {stages.map(({ id, who, within, unit, late, when }) => (
              <li key={id} className="border-b border-line py-2.5">
                {t("stage", {
                  who: t.has(`who.${who}`) ? t(`who.${who}`) : who,
                  within: Number(typeof within === "number" ? within : body.settings[within.setting]),
                  unit,
                  late,
                })}
                {when && (
                  <span className="block text-xs text-ink-3">
                    {t("stageWhen", { condition: conditionWords(when, wording) })}
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
