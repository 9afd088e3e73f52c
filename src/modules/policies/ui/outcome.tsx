import { useTranslations } from "next-intl";
import { type Evaluation, evaluate, type Facts, type PolicyBody, type Verdict } from "@/kernel/policy";
import { PolicyDefect } from "@/kernel/policy/language";
import { type CaseStage, stagesOf } from "@/kernel/policy/schedule";
import { explain } from "@/kernel/policy-explain";
import { Chip, type ChipProps } from "@/ui/chip";
import { type PolicyWording, testWords } from "@/ui/policy/words";
import { nameOf, settingWords, stageWords } from "./wording";

type Props = { title: string; body: PolicyBody; facts: Facts; wording: PolicyWording };

const looks: Record<Verdict, Pick<ChipProps, "tone" | "icon">> = {
  approve: { tone: "positive", icon: "circle-check" },
  review: { tone: "info", icon: "clock" },
  ask: { tone: "warning", icon: "circle-question-mark" },
  reject: { tone: "critical", icon: "circle-x" },
};

/** What some rules say of a case: the verdict, why, and what they grant. */
export function Outcome({ title, body, facts, wording }: Props) {
  const t = useTranslations("policies");
  const said = evaluated(body, facts);
  const evaluation = said?.evaluation;
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="pb-1.5 text-xs text-ink-3">{title}</h3>
      {evaluation ? (
        <>
          <Chip {...looks[evaluation.verdict]}>{t(`verdict.${evaluation.verdict}`)}</Chip>
          <Reasons evaluation={evaluation} body={body} facts={facts} wording={wording} />
          {evaluation.verdict === "review" && <Stages stages={said.stages} wording={wording} />}
          <dl className="pt-3">
            {Object.entries(evaluation.outputs).map(([name, value]) => (
              <div key={name} className="flex justify-between gap-4 border-b border-line py-1.5">
                <dt className="text-ink-2">{nameOf(name, wording.t)}</dt>
                <dd className="figures text-end font-strong">
                  {[value]
                    .flat()
                    .map((each) => settingWords(name, each, wording))
                    .join(", ")}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="text-ink-2">{t("try.noAnswer")}</p>
      )}
    </section>
  );
}

/** Who would have how long to decide, one after the other. */
function Stages({ stages, wording }: { stages: readonly CaseStage[]; wording: PolicyWording }) {
  return (
    <ol className="grid gap-1 pt-3 text-ink-2 empty:hidden">
      {stages.map((stage) => (
        <li key={stage.id}>{stageWords(stage, wording)}</li>
      ))}
    </ol>
  );
}

type Said = { readonly evaluation: Evaluation; readonly stages: readonly CaseStage[] };

/** Faults lint has found may leave a case without an answer. */
function evaluated(body: PolicyBody, facts: Facts): Said | null {
  try {
    return { evaluation: evaluate(body, facts), stages: stagesOf(body, "review", facts) };
  } catch (error) {
    if (error instanceof PolicyDefect) return null;
    throw error;
  }
}

function Reasons({ evaluation, body, facts, wording }: Omit<Props, "title"> & { evaluation: Evaluation }) {
  const t = useTranslations("policies.try");
  const rules = explain(body, evaluation, wording.locale, facts);
  const failed = rules.filter(({ result }) => result === "fail");
  const met = rules.filter(({ result }) => result === "pass");
  return (
    <>
      <ul className="grid gap-2 pt-3 empty:hidden">
        {failed.map(({ rule, because, applies, tests }) => (
          <li key={rule}>
            {because}
            {[...applies, ...tests].map((test) => (
              <span key={JSON.stringify(test)} className="block text-xs text-ink-3">
                {testWords(test, wording)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="pt-2 text-ink-2">{t("met", { count: met.length })}</p>
    </>
  );
}
