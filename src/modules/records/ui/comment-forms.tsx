"use client";

import { useTranslations } from "next-intl";
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
  const form = useActionForm({
    schema: deleteCommentInput,
    action: deleteCommentAction,
    defaultValues: comment,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SubmitButton variant="danger">{t("delete")}</SubmitButton>
    </Form>
  );
}
