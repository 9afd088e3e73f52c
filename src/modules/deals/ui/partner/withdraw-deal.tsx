"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { withdrawDealAction } from "../../actions";
import { withdrawDealInput } from "../../schema";

type Props = { dealId: string; version: number; name: string; draft: boolean };

/** Takes a registration back before it is decided, or throws a draft away; asks once and says what follows. */
export function WithdrawDeal({ dealId, version, name, draft }: Props) {
  const t = useTranslations("deals.dialog");
  const [open, setOpen] = useState(false);
  const kind = draft ? "discard" : "withdraw";
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`${kind}.open`)}</Button>
      <Dialog open={open} onClose={close} title={t(`${kind}.title`)} description={t(`${kind}.consequence`, { name })}>
        <WithdrawForm dealId={dealId} version={version} onDone={close} label={t(`${kind}.confirm`)} />
      </Dialog>
    </>
  );
}

type FormProps = { dealId: string; version: number; label: string; onDone: () => void };

function WithdrawForm({ dealId, version, label, onDone }: FormProps) {
  const of = useActionForm({
    schema: withdrawDealInput,
    action: withdrawDealAction,
    defaultValues: { dealId, version },
    onSuccess: onDone,
  });
  return (
    <Form of={of}>
      <SubmitButton variant="danger">{label}</SubmitButton>
    </Form>
  );
}
