import { useTranslations } from "next-intl";
import { Tabs } from "@/ui/tabs";
import type { ImportStep } from "../domain/steps";

type Props = {
  steps: readonly ImportStep[];
  current: ImportStep;
  questions: number;
  href: (step: ImportStep) => string;
};

/** The screens of an import, in the order of the work; each has an address. */
export function StepsNav({ steps, current, questions, href }: Props) {
  const t = useTranslations("imports.steps");
  if (steps.length < 2) return null;
  return (
    <Tabs
      label={t("label")}
      items={steps.map((step, index) => ({
        href: href(step),
        label: t("step", { number: index + 1, name: t(step) }),
        count: step === "questions" ? questions : undefined,
        current: step === current,
      }))}
    />
  );
}
