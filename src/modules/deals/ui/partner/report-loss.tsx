"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { DateField, SelectField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { reportLossAction } from "../../actions";
import { lossReasons } from "../../domain/reasons";
import { reportLossInput } from "../../schema";

type Target = { dealId: string; version: number };

/** Reports that the sale was lost, and why. */
export function ReportLoss({ today, ...target }: Target & { today: string }) {
  const t = useTranslations("deals.dialog.loss");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog open={open} onClose={close} title={t("title")} description={t("consequence")}>
        <LossForm {...target} today={today} onDone={close} />
      </Dialog>
    </>
  );
}

function LossForm({ today, onDone, ...target }: Target & { today: string; onDone: () => void }) {
  const t = useTranslations("deals.dialog.loss");
  const words = useTranslations("deals.lossReason");
  const of = useActionForm({
    schema: reportLossInput,
    action: reportLossAction,
    defaultValues: { ...target, reason: "", lostOn: today },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("choose")}
        options={lossReasons.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <DateField name="lostOn" label={t("lostOn")} />
      <SubmitButton>{t("confirm")}</SubmitButton>
    </Form>
  );
}
