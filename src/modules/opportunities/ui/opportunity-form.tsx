"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextAreaField, TextField, UrlField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { openOpportunityAction } from "../actions";
import { goOnReasons, type OnProtected } from "../domain/protected-customer";
import { type Called, ProtectedNotice } from "./call";

type Choice = { readonly value: string; readonly label: string };
type Props = { opportunityId: string; countries: readonly Choice[]; productLines: readonly Choice[] };
type Met = { rule: OnProtected; call: readonly Called[] };

/** Opens an opportunity; at a protected customer the rules block it, or ask for a reason to go on. */
export function OpportunityForm({ opportunityId, countries, productLines }: Props) {
  const t = useTranslations("opportunities.form");
  const words = useTranslations("deals.goOnReason");
  const router = useRouter();
  const [met, setMet] = useState<Met | null>(null);
  const of = useActionForm({
    schema: async () => (await import("../schema")).openOpportunityInput,
    action: openOpportunityAction,
    defaultValues: {
      opportunityId,
      customer: { name: "", website: "", country: "" },
      title: "",
      productLineId: "",
      reason: "",
      note: "",
    },
    onSuccess: (value: { outcome: "opened" } | ({ outcome: "protected" } & Met)) =>
      value.outcome === "opened" ? router.push("/channel/opportunities") : setMet(value),
  });
  const goesOn = met?.rule === "warn";
  return (
    <Form of={of} className="mt-5 max-w-xl">
      <TextField name="customer.name" label={t("customer")} />
      <UrlField name="customer.website" label={t("website")} help={t("websiteHelp")} optional />
      <SelectField name="customer.country" label={t("country")} placeholder={t("choose")} options={countries} />
      <TextField name="title" label={t("title")} help={t("titleHelp")} />
      <SelectField name="productLineId" label={t("product")} optional options={productLines} />
      <div aria-live="polite" className="grid gap-5">
        {met && (
          <ProtectedNotice call={met.call}>
            <p>{t(goesOn ? "warned" : "blocked")}</p>
          </ProtectedNotice>
        )}
        {goesOn && (
          <>
            <SelectField
              name="reason"
              label={t("reason")}
              placeholder={t("choose")}
              options={goOnReasons.map((reason) => ({ value: reason, label: words(reason) }))}
            />
            <TextAreaField name="note" label={t("note")} help={t("noteHelp")} optional rows={3} />
          </>
        )}
      </div>
      <SubmitButton variant={goesOn ? "danger" : "primary"}>{t(goesOn ? "goOn" : "open")}</SubmitButton>
    </Form>
  );
}
