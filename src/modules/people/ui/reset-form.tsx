"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { post } from "@/ui/form/post";
import { useActionForm } from "@/ui/form/use-action-form";
import { enterWith } from "./enter";

const reset = post<{ email: string }>("/reset");

/** A new password, and the reader is in; with a second factor the sign-in asks for its code next. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("people.reset");
  const of = useActionForm({
    schema: async () => (await import("../schema")).resetPasswordInput,
    action: reset,
    defaultValues: { token, password: "" },
    onSuccess: () => void enterWith(email, of.form.getValues("password")),
  });
  return (
    <Form of={of} className="mt-6">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        name="password"
        type="password"
        label={t("password")}
        help={t("passwordHelp")}
        autoComplete="new-password"
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </Form>
  );
}
