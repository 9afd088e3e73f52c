"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextField, UrlField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { Notice } from "@/ui/notice";
import { lookUpCustomerAction } from "../actions";
import { type Called, ProtectedNotice } from "./call";

type Answer = { customer: string; isProtected: boolean; call: readonly Called[] };
type Choice = { readonly value: string; readonly label: string };

/** Asks whether a customer is protected; the answer stands below until the next question. */
export function LookUpForm({ countries }: { countries: readonly Choice[] }) {
  const t = useTranslations("opportunities.lookUp");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const of = useActionForm({
    schema: async () => (await import("../schema")).lookUpInput,
    action: lookUpCustomerAction,
    defaultValues: { customer: { name: "", website: "", country: "" } },
    onSuccess: (value: Omit<Answer, "customer">) =>
      setAnswer({ ...value, customer: of.form.getValues("customer.name") }),
  });
  return (
    <div className="grid gap-4 pt-3">
      <Form of={of} className="sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_auto] sm:items-end">
        <TextField name="customer.name" label={t("name")} />
        <UrlField name="customer.website" label={t("website")} optional />
        <SelectField name="customer.country" label={t("country")} placeholder={t("choose")} options={countries} />
        <SubmitButton>{t("ask")}</SubmitButton>
      </Form>
      <div aria-live="polite">
        {answer?.isProtected && (
          <ProtectedNotice call={answer.call}>
            <p>{t("isProtected", { customer: answer.customer })}</p>
          </ProtectedNotice>
        )}
        {answer && !answer.isProtected && (
          <Notice tone="positive" title={t("isFree", { customer: answer.customer })}>
            {t("isFreeText")}
          </Notice>
        )}
      </div>
    </div>
  );
}
