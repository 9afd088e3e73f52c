"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { confirmWinAction } from "../../actions";
import { confirmWinInput } from "../../schema";

type Props = { dealId: string; version: number; consequence: string };

/** Confirms a reported win; from then on it counts. */
export function ConfirmWin({ dealId, version, consequence }: Props) {
  const t = useTranslations("channel.win");
  const [open, setOpen] = useState(false);
  const form = useActionForm({
    schema: confirmWinInput,
    action: confirmWinAction,
    defaultValues: { dealId, version },
    onSuccess: () => setOpen(false),
  });
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("confirm")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} description={consequence}>
        <Form of={form}>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}
