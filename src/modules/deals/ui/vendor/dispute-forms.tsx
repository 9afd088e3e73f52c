"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { assignDisputeAction, decideDisputeAction } from "../../actions";
import type { DisputeOutcome } from "../../domain/reasons";
import type { Judge } from "../../queries/disputes";
import { assignDisputeInput, decideDisputeInput } from "../../schema";
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

type AssignProps = { dealId: string; fromId: string; judges: readonly Judge[]; onDone: () => void };

export function AssignDisputeForm({ judges, onDone, ...target }: AssignProps) {
  const t = useTranslations("channel.dispute");
  const form = useActionForm({
    schema: assignDisputeInput,
    action: assignDisputeAction,
    defaultValues: { ...target, ownerId: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SelectField
        name="ownerId"
        label={t("judge")}
        placeholder={t("chooseJudge")}
        options={judges.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SubmitButton>{t("assignConfirm")}</SubmitButton>
    </Form>
  );
}
