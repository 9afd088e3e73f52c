"use client";

import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { TextAreaField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { deleteCommentAction, editCommentAction } from "../actions";
import { deleteCommentInput, editCommentInput } from "../schema";

type Target = { commentId: string };
type Done = { onDone: () => void };

export function EditCommentForm({ onDone, ...comment }: Target & { body: string } & Done) {
  const t = useTranslations("records.comment");
  const form = useActionForm({
    schema: editCommentInput,
    action: editCommentAction,
    defaultValues: comment,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextAreaField name="body" label={t("label")} />
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function DeleteCommentForm({ onDone, ...comment }: Target & Done) {
  const t = useTranslations("records.comment");
  return (
    <ConfirmForm
      schema={deleteCommentInput}
      action={deleteCommentAction}
      values={comment}
      variant="danger"
      onDone={onDone}
    >
      {t("delete")}
    </ConfirmForm>
  );
}
