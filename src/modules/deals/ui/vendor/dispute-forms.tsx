"use client";

import { useTranslations } from "next-intl";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { decideDisputeAction } from "../../actions";
import type { DisputeOutcome } from "../../domain/reasons";
import { decideDisputeInput } from "../../schema";
import { ReasonField } from "../reason-field";
import type { Target } from "./decision-forms";

export function DecideDisputeForm({
  outcome,
  onDone,
  ...target
}: Target & { outcome: DisputeOutcome; onDone: () => void }) {
  const t = useTranslations("channel.dispute");
  const form = useActionForm({
    schema: decideDisputeInput,
    action: decideDisputeAction,
    defaultValues: { ...target, outcome, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <ReasonField kind={`dispute_${outcome}`} name="reason" label={t("reason")} placeholder={t("choose")} />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} />
      <SubmitButton>{t(outcome === "upheld" ? "uphold" : "overturnConfirm")}</SubmitButton>
    </Form>
  );
}
