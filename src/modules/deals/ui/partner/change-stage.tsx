"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { RadioGroupField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { changeStageAction } from "../../actions";
import { type OpenStage, openStages } from "../../domain/deal";
import { changeStageInput } from "../../schema";

type Props = { dealId: string; version: number; stage: OpenStage };

/** Moves the open sale along. */
export function ChangeStage(props: Props) {
  const t = useTranslations("deals.dialog.stage");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog open={open} onClose={close} title={t("title")} description={t("consequence")}>
        <StageForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function StageForm({ dealId, version, stage, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("deals.dialog.stage");
  const words = useTranslations("deals.stage");
  const of = useActionForm({
    schema: changeStageInput,
    action: changeStageAction,
    defaultValues: { dealId, version, stage },
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
