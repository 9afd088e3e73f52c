"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { DateField, RadioGroupField, TextAreaField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { MoneyField } from "@/ui/form/money-field";
import { useActionForm } from "@/ui/form/use-action-form";
import {
  askExtensionAction,
  changeStageAction,
  openDisputeAction,
  releaseDealAction,
  reportLossAction,
  reportWinAction,
  withdrawDealAction,
  withdrawDisputeAction,
} from "../../actions";
import { type OpenStage, openStages } from "../../domain/deal";
import {
  askExtensionInput,
  changeStageInput,
  openDisputeInput,
  releaseDealInput,
  reportLossInput,
  reportWinInput,
  withdrawDealInput,
  withdrawDisputeInput,
} from "../../schema";
import { ReasonField } from "../reason-field";

/** The deal as the reader saw it. */
export type Target = { dealId: string; version: number };
type Done = { onDone: () => void };
export type WithdrawProps = Target & { label: string };
export type StageProps = Target & { stage: OpenStage };
/** The day the form begins with. */
export type ExtensionProps = Target & { through: string };
export type LossProps = Target & { today: string };
/** What the form starts with: today, and the amount of the registration. */
export type WinProps = Target & {
  wonOn: string;
  amount: { amount: string; currency: string };
  currencies: readonly string[];
};

export function WithdrawForm({ label, onDone, ...target }: WithdrawProps & Done) {
  return (
    <ConfirmForm
      schema={withdrawDealInput}
      action={withdrawDealAction}
      values={target}
      variant="danger"
      onDone={onDone}
    >
      {label}
    </ConfirmForm>
  );
}

export function DisputeForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("deals.dialog.dispute");
  const of = useActionForm({
    schema: openDisputeInput,
    action: openDisputeAction,
    defaultValues: { ...target, statement: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <TextAreaField name="statement" label={t("statement")} help={t("statementHelp")} />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function WithdrawDisputeForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("deals.dialog.withdrawDispute");
  return (
    <ConfirmForm
      schema={withdrawDisputeInput}
      action={withdrawDisputeAction}
      values={target}
      variant="danger"
      onDone={onDone}
    >
      {t("confirm")}
    </ConfirmForm>
  );
}

export function ExtensionForm({ onDone, ...given }: ExtensionProps & Done) {
  const t = useTranslations("deals.dialog.extension");
  const of = useActionForm({
    schema: askExtensionInput,
    action: askExtensionAction,
    defaultValues: { ...given, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <DateField name="through" label={t("through")} />
      <ReasonField kind="extension" name="reason" label={t("reason")} placeholder={t("choose")} />
      <TextAreaField name="note" label={t("note")} help={t("noteHelp")} rows={3} />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function ReleaseForm({ onDone, ...target }: Target & Done) {
  const t = useTranslations("deals.dialog.release");
  const of = useActionForm({
    schema: releaseDealInput,
    action: releaseDealAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <ReasonField kind="release" name="reason" label={t("reason")} optional />
      <TextAreaField name="note" label={t("note")} rows={3} optional />
      <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function StageForm({ onDone, ...given }: StageProps & Done) {
  const t = useTranslations("deals.dialog.stage");
  const words = useTranslations("deals.stage");
  const of = useActionForm({
    schema: changeStageInput,
    action: changeStageAction,
    defaultValues: given,
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <RadioGroupField
        name="stage"
        label={t("stage")}
        options={openStages.map((value) => ({ value, label: words(value) }))}
      />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function LossForm({ today, onDone, ...target }: LossProps & Done) {
  const t = useTranslations("deals.dialog.loss");
  const of = useActionForm({
    schema: reportLossInput,
    action: reportLossAction,
    defaultValues: { ...target, reason: "", lostOn: today, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <ReasonField kind="loss" name="reason" label={t("reason")} placeholder={t("choose")} />
      <DateField name="lostOn" label={t("lostOn")} />
      <TextAreaField name="note" label={t("note")} rows={3} optional />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}

export function WinForm({ currencies, onDone, ...given }: WinProps & Done) {
  const t = useTranslations("deals.dialog.win");
  const of = useActionForm({
    schema: reportWinInput,
    action: reportWinAction,
    defaultValues: { ...given, orderReference: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <DateField name="wonOn" label={t("wonOn")} />
      <MoneyField name="amount" label={t("amount")} help={t("amountHelp")} currencies={currencies} />
      <TextField name="orderReference" label={t("order")} help={t("orderHelp")} />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}
