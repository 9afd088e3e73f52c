"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { post } from "@/ui/form/post";
import { useActionForm } from "@/ui/form/use-action-form";
import type { AcceptForm } from "../schema";
import { enterWith } from "./enter";

const accept = post<{ email: string }>("/join");

/** Name and password, and the reader belongs to the organisation. */
export function JoinForm({ token, name, email }: { token: string; name: string; email: string }) {
  const t = useTranslations("people.join");
  const of = useActionForm<AcceptForm, { email: string }>({
    schema: async () => (await import("../schema")).acceptInput,
    action: accept,
    defaultValues: { token, name, password: "", zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    onSuccess: () => void enterWith(email, of.form.getValues("password")),
  });
  return (
    <Form of={of} className="mt-6">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField name="name" label={t("name")} autoComplete="name" />
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
