"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { declineParticipationAction, leaveDealAction, removeParticipantAction } from "../actions";
import { participationReasons } from "../domain/participant";
import { declineParticipationInput, leaveDealInput, removeParticipantInput } from "../schema";

/** How a participation comes to nothing or ends, each with reasons of its own; whoever is removed reads a note. */
const ends = {
  decline: {
    schema: declineParticipationInput,
    action: declineParticipationAction,
    reasons: participationReasons.declined,
  },
  leave: { schema: leaveDealInput, action: leaveDealAction, reasons: participationReasons.left },
  remove: { schema: removeParticipantInput, action: removeParticipantAction, reasons: participationReasons.removed },
} as const;

export type EndProps = { participantId: string; does: keyof typeof ends; lead?: string };

export function EndParticipationForm({ participantId, does, lead = "", onDone }: EndProps & { onDone: () => void }) {
  const t = useTranslations(`deals.dialog.${does}`);
  const words = useTranslations("deals.participationReason");
  const { schema, action, reasons } = ends[does];
  const of = useActionForm({
    schema,
    action,
    defaultValues: { participantId, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("choose")}
        options={reasons.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <TextAreaField name="note" label={t("note", { lead })} rows={3} optional={does !== "remove"} />
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}
