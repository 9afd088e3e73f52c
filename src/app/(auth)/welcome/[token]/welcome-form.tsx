"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { err, ok } from "@/kernel/result";
import { EmailField, type Option, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { enter } from "../../sign-in/enter";

const begun = "/settings/setup";

type Props = { token: string; locale: string; zones: Option[] };

/** The first administrator says who they are, and is signed in. */
export function WelcomeForm({ token, locale, zones }: Props) {
  const t = useTranslations("welcome");
  const of = useActionForm({
    schema: async () => (await import("@/server/auth/welcome-schema")).firstAdministrator,
    action: async (input) =>
      // The form holds texts only, as the provider takes them.
      (await enter("welcome", input as Record<string, string>, begun))
        ? ok({ begun: true })
        : err({ code: "refused", reason: "welcome.refused" } as const),
    defaultValues: { token, locale, company: "", name: "", email: "", password: "", zone: "UTC" },
  });
  const { setValue, formState } = of.form;
  const isUntouched = !formState.dirtyFields.zone;
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (isUntouched && zones.some(({ value }) => value === here)) setValue("zone", here);
  }, [setValue, isUntouched, zones]);
  return (
    <Form of={of} className="mt-6">
      <TextField name="company" label={t("company")} help={t("companyHelp")} autoComplete="organization" />
      <TextField name="name" label={t("name")} autoComplete="name" />
      <EmailField name="email" label={t("email")} autoComplete="username" />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        help={t("passwordHelp")}
        autoComplete="new-password"
      />
      <SelectField name="zone" label={t("zone")} options={zones} />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
