import { useLocale, useTranslations } from "next-intl";
import { minorDigits, money } from "@/kernel/money";
import { LinkButton } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { formatMoney } from "@/ui/format/format";
import type { SetupFacts, SetupStep, StepOfSetup } from "../domain/setup";
import { PublishTemplate, SayStep } from "./setup-actions";

/** Where a step is done. */
const places: Readonly<Record<Exclude<SetupStep, "program">, string>> = {
  company: "/settings/company",
  money: "/settings/company#reporting",
  regions: "/settings/regions",
  productLines: "/settings/products",
  import: "/settings/imports",
  pilot: "/channel/partners",
};

const looks = {
  done: { tone: "positive", icon: "circle-check" },
  skipped: { tone: "outline", icon: "circle-slash" },
  open: { tone: "outline", icon: "circle-dot" },
  next: { tone: "info", icon: "circle-dot" },
} as const;

type Props = {
  steps: readonly StepOfSetup[];
  next: SetupStep | null;
  facts: SetupFacts;
  mayPublish: boolean;
  /** In whole units of the currency. */
  limit: number;
  currency: string;
};

/** The steps of the setup, each with where it stands and what can be done about it. */
export function SetupList({ steps, next, facts, mayPublish, limit, currency }: Props) {
  const t = useTranslations("vendor.setup");
  const locale = useLocale();
  const amount = formatMoney(money(limit * 10 ** minorDigits(currency), currency), locale, { whole: true });
  return (
    <ol>
      {steps.map(({ step, state }, index) => (
        <li key={step} aria-current={step === next ? "step" : undefined} className="border-b border-line py-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2>
              {index + 1}. {t(`steps.${step}.title`)}
            </h2>
            <Chip {...looks[step === next ? "next" : state]}>{t(`state.${state}`)}</Chip>
          </div>
          <p className="mt-1 max-w-prose text-ink-2">{t(`steps.${step}.text`)}</p>
          {found(step) && <p className="mt-1">{found(step)}</p>}
          <div className="mt-3 flex flex-wrap items-center gap-2">
            {step === "program" ? program(state) : go(step, state)}
            {state === "open" && step === "company" && <SayStep step={step} state="done" />}
            {state === "open" && <SayStep step={step} state="skipped" />}
            {state === "skipped" && <SayStep step={step} state="open" />}
          </div>
        </li>
      ))}
    </ol>
  );

  function go(step: Exclude<SetupStep, "program">, state: StepOfSetup["state"]) {
    return (
      <LinkButton href={places[step]} variant={step === next ? "primary" : "default"}>
        {t(state === "done" ? "look" : `steps.${step}.action`)}
      </LinkButton>
    );
  }

  function program(state: StepOfSetup["state"]) {
    if (state === "done") return <LinkButton href="/channel/rules">{t("look")}</LinkButton>;
    if (!mayPublish) return <p className="text-ink-2">{t("needsOwner")}</p>;
    return (
      <>
        <PublishTemplate template="classic" isPrimary={next === "program"} amount={amount} />
        <PublishTemplate template="personal" isPrimary={false} amount={amount} />
      </>
    );
  }

  function found(step: SetupStep): string | null {
    if (step === "regions" && facts.regions > 0) return t("found.regions", { count: facts.regions });
    if (step === "productLines" && facts.productLines > 0)
      return t("found.productLines", { count: facts.productLines });
    if (step === "import" && facts.partners > 0) return t("found.partners", { count: facts.partners });
    if (step === "pilot" && facts.partnerPeople > 0) return t("found.people", { count: facts.partnerPeople });
    return null;
  }
}
