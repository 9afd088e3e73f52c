"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RadioGroupField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { saveSignInRulesAction } from "../actions";
import type { RulesForm } from "../schema";

/** Second factor, and how long a session may rest. */
export function SignInRulesForm({ values }: { values: RulesForm }) {
  const t = useTranslations("people.rules");
  const [isSaved, setSaved] = useState(false);
  const of = useActionForm<RulesForm, unknown>({
    schema: async () => (await import("../schema")).signInRulesInput,
    action: (input) => {
      setSaved(false);
      return saveSignInRulesAction(input);
    },
    defaultValues: values,
    onSuccess: () => setSaved(true),
  });
  return (
    <Form of={of} className="mt-6 max-w-140">
      <RadioGroupField
        name="secondFactor"
        label={t("secondFactor")}
        help={t("secondFactorHelp")}
        options={(["required", "free"] as const).map((value) => ({
          value,
          label: t(`${value}.label`),
          help: t(`${value}.help`),
        }))}
      />
      <TextField name="strictIdleMinutes" label={t("strict")} help={t("strictHelp")} inputMode="decimal" />
      <TextField name="idleMinutes" label={t("idle")} help={t("idleHelp")} inputMode="decimal" />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <p role="status" className="text-positive-ink">
          {isSaved && t("saved")}
        </p>
      </div>
    </Form>
  );
}
