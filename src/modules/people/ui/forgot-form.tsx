"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmailField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { post } from "@/ui/form/post";
import { useActionForm } from "@/ui/form/use-action-form";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

const ask = post<object>("/forgot/ask");

/** Asks for a mail with a link; what it says afterwards is the same for every address. */
export function ForgotForm() {
  const t = useTranslations("people.forgot");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const of = useActionForm({
    schema: async () => (await import("../schema")).askResetInput,
    action: ask,
    defaultValues: { email: "" },
    onSuccess: () => setSentTo(of.form.getValues("email")),
  });
  return (
    <>
      <div role="status" className="mt-6 empty:mt-0">
        {sentTo !== null && (
          <Notice tone="positive" title={t("sent")}>
            {t("sentText", { email: sentTo })}
          </Notice>
        )}
      </div>
      {sentTo === null && (
        <Form of={of} className="mt-6">
          <EmailField name="email" label={t("email")} autoComplete="username" />
          <SubmitButton>{t("submit")}</SubmitButton>
        </Form>
      )}
      <p className="mt-6">
        <Link href="/sign-in">{t("back")}</Link>
      </p>
    </>
  );
}
