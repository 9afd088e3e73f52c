"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FieldValues } from "react-hook-form";
import type { Result } from "@/kernel/result";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import type { Schema } from "@/ui/form/use-resolver";

type Props<Values extends FieldValues, Value> = {
  schema: Schema;
  action: (input: unknown) => Promise<Result<Value>>;
  values: Values & { version: number };
  children: ReactNode;
};

/**
 * A form that stays on its page and says that it has saved. What somebody else saved since then is a conflict; the own save
 * brings the next version, so that one can save again at once.
 */
export function SavedForm<Values extends FieldValues, Value>({
  schema,
  action,
  values,
  children,
}: Props<Values, Value>) {
  const t = useTranslations("vendor");
  const [isSaved, setSaved] = useState(false);
  const of = useActionForm({
    schema,
    action: (input) => {
      setSaved(false);
      return action(typeof input === "object" ? { ...input, version: values.version } : input);
    },
    defaultValues: values,
    onSuccess: () => setSaved(true),
  });
  return (
    <Form of={of} className="mt-4 max-w-130">
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("save")}</SubmitButton>
        <p role="status" className="text-positive-ink">
          {isSaved && t("saved")}
        </p>
      </div>
    </Form>
  );
}
