"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SelectField, TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { approveDealAction, rejectDealAction, returnDealAction } from "../../actions";
import { rejectionReasons } from "../../domain/reasons";
import { approveDealInput, rejectDealInput, returnDealInput } from "../../schema";

type Target = { dealId: string; version: number };
type Props = Target & { consequence: { approve: string; reject: string; return: string } };
type Open = "approve" | "reject" | "return" | null;

/** The keys work wherever nothing is being typed and no dialog is open. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog") !== null)
  );
}

/** Approve, return with a question, reject: each asks once and says what follows. */
export function DecisionActions({ consequence, ...target }: Props) {
  const t = useTranslations("channel.decide");
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key !== "a" && event.key !== "r") return;
      event.preventDefault();
      setOpen(event.key === "a" ? "approve" : "return");
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <Button variant="danger" onClick={() => setOpen("reject")}>
        {t("reject")}
      </Button>
      <Button kbd="r" onClick={() => setOpen("return")}>
        {t("return")}
      </Button>
      <Button variant="primary" kbd="a" onClick={() => setOpen("approve")}>
        {t("approve")}
      </Button>
      <Dialog open={open === "approve"} onClose={close} title={t("approveTitle")} description={consequence.approve}>
        <ApproveForm {...target} onDone={close} />
      </Dialog>
      <Dialog open={open === "return"} onClose={close} title={t("returnTitle")} description={consequence.return}>
        <ReturnForm {...target} onDone={close} />
      </Dialog>
      <Dialog open={open === "reject"} onClose={close} title={t("rejectTitle")} description={consequence.reject}>
        <RejectForm {...target} onDone={close} />
      </Dialog>
    </>
  );
}

function ApproveForm({ onDone, ...target }: Target & { onDone: () => void }) {
  const t = useTranslations("channel.decide");
  const form = useActionForm({
    schema: approveDealInput,
    action: approveDealAction,
    defaultValues: { ...target, note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="note" label={t("noteForPartner")} optional />
      <SubmitButton>{t("approve")}</SubmitButton>
    </Form>
  );
}

function ReturnForm({ onDone, ...target }: Target & { onDone: () => void }) {
  const t = useTranslations("channel.decide");
  const form = useActionForm({
    schema: returnDealInput,
    action: returnDealAction,
    defaultValues: { ...target, question: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="question" label={t("question")} help={t("questionHelp")} />
      <SubmitButton>{t("sendQuestion")}</SubmitButton>
    </Form>
  );
}

function RejectForm({ onDone, ...target }: Target & { onDone: () => void }) {
  const t = useTranslations("channel.decide");
  const words = useTranslations("deals.reason");
  const form = useActionForm({
    schema: rejectDealInput,
    action: rejectDealAction,
    defaultValues: { ...target, reason: "", note: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SelectField
        name="reason"
        label={t("reason")}
        placeholder={t("chooseReason")}
        options={rejectionReasons.map((reason) => ({ value: reason, label: words(reason) }))}
      />
      <TextAreaField name="note" label={t("noteForPartner")} help={t("noteHelp")} />
      <SubmitButton variant="danger">{t("reject")}</SubmitButton>
    </Form>
  );
}
