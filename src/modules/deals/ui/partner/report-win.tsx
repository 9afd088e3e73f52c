"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { DateField, MoneyField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { reportWinAction } from "../../actions";
import { reportWinInput } from "../../schema";

type Target = { dealId: string; version: number };
type Props = Target & {
  vendor: string;
  /** What the form starts with: today, and the amount of the registration. */
  wonOn: string;
  amount: { amount: string; currency: string };
  currencies: readonly string[];
};

/** Reports that the customer ordered. It counts once the vendor confirms it. */
export function ReportWin({ vendor, ...rest }: Props) {
  const t = useTranslations("deals.dialog.win");
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    // One box for the bar of a phone, which stretches what stands in it; the dialog is not to be stretched.
    <div className="contents">
      <Button variant="primary" className="max-md:h-11 max-md:flex-1 max-md:text-base" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog open={open} onClose={close} title={t("title")} description={t("consequence", { vendor })}>
        <WinForm {...rest} onDone={close} />
      </Dialog>
    </div>
  );
}

function WinForm({
  dealId,
  version,
  wonOn,
  amount,
  currencies,
  onDone,
}: Omit<Props, "vendor"> & { onDone: () => void }) {
  const t = useTranslations("deals.dialog.win");
  const of = useActionForm({
    schema: reportWinInput,
    action: reportWinAction,
    defaultValues: { dealId, version, wonOn, amount, orderReference: "" },
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
