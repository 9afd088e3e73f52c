"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormProvider, useWatch } from "react-hook-form";
import { RecordColumns } from "@/ui/columns";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { SavedStatus } from "@/ui/form/saved-status";
import { useActionForm } from "@/ui/form/use-action-form";
import { useAutosave } from "@/ui/form/use-autosave";
import { useLeaveGuard } from "@/ui/form/use-leave-guard";
import { Notice } from "@/ui/notice";
import { PhoneBar } from "@/ui/page-head";
import type { DealDraft } from "../../domain/deal";
import { ApprovalPreview, type ApprovalTerms } from "./approval-preview";
import { type DealChoicesShown, DealFields } from "./deal-fields";
import type { RegistrationValues } from "./deal-form-schema";
import { valuesOf } from "./deal-form-values";
import { useRegistration } from "./use-registration";
import { useSaveOnLeaving } from "./use-save-on-leaving";

// What a registration must hold weighs more than the form; it comes once the form is there.
const rules = () => import("./deal-form-schema");

type Props = {
  dealId: string;
  /** 0 until the first save has begun the draft. */
  version: number;
  draft: DealDraft;
  /** What the vendor asked, where this is an answer. */
  question: string | null;
  choices: DealChoicesShown;
  terms: ApprovalTerms;
  /** Who decides and by when. */
  next: ReactNode;
};

/** Registers a deal. It saves itself, so that nothing is lost; what an approval would bring stands beside it. */
export function DealForm({ dealId, version, draft, question, choices, terms, next }: Props) {
  const t = useTranslations("deals.form");
  const router = useRouter();
  const [sent, setSent] = useState(false);
  const [begun] = useState(() => valuesOf(draft));
  const { save, submit, isUnsaved } = useRegistration({ dealId, version, values: begun });
  const of = useActionForm<RegistrationValues, { dealId: string }>({
    schema: async () => (await rules())[question ? "answerForm" : "registrationForm"],
    // The form library hands over what the schema's input type says.
    action: (values) => submit(values as RegistrationValues),
    defaultValues: begun,
    onSuccess: (value) => {
      setSent(true);
      router.push(`/portal/deals/${value.dealId}`);
    },
  });
  const values = useWatch({ control: of.form.control }) as RegistrationValues; // every field has a default value
  const { answer: _, ...kept } = values;
  const state = useAutosave({ values: kept, save: () => save(of.form.getValues()), enabled: !sent && !of.pending });
  useSaveOnLeaving({ read: () => of.form.getValues(), save, isUnsaved });
  useLeaveGuard(state === "failed" && !sent);
  const idle = question ? "answer" : version > 0 ? "draft" : "new";
  const saved = <SavedStatus state={state}>{t(`saved.${state === "idle" ? `idle.${idle}` : state}`)}</SavedStatus>;
  return (
    <FormProvider {...of.form}>
      <RecordColumns
        railLabel={t("rail")}
        rail={
          <div className="grid content-start gap-x-10 gap-y-5.5 sm:col-span-2 sm:grid-cols-2 xl:sticky xl:top-18 xl:col-span-1 xl:grid-cols-1">
            <ApprovalPreview terms={terms} />
            {next}
          </div>
        }
      >
        <Form of={of} className="max-w-160">
          {question && (
            <>
              <Notice tone="warning" title={t("question")}>
                {question}
              </Notice>
              <TextAreaField name="answer" label={t("answer")} help={t("answerHelp")} rows={3} />
            </>
          )}
          {question ? (
            // Answering is one field; the rest stays at hand, and comes forward where something in it is wrong.
            <details open={Object.keys(of.form.formState.errors).some((name) => name !== "answer") || undefined}>
              <summary className="cursor-pointer rounded-sm py-2 text-accent-ink underline decoration-current/35 underline-offset-3">
                {t("correct")}
              </summary>
              <div className="mt-3 grid gap-5">
                <DealFields {...choices} />
              </div>
            </details>
          ) : (
            <DealFields {...choices} />
          )}
          <PhoneBar note={saved}>
            <SubmitButton>{t(question ? "sendAnswer" : "submit")}</SubmitButton>
            <span className="text-ink-2 max-md:hidden">{saved}</span>
          </PhoneBar>
        </Form>
      </RecordColumns>
    </FormProvider>
  );
}
