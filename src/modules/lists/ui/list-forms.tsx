"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { CheckField } from "@/ui/form/check-field";
import { ConfirmForm } from "@/ui/form/confirm-form";
import { TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { chooseColumnsAction, deleteViewAction, saveViewAction } from "../actions";
import { chooseColumnsInput, deleteViewInput, saveViewInput, type SaveViewForm as ViewInput } from "../schema";

type Done = { onDone: () => void };
export type ViewProps = { view: ViewInput; base: string; mayShare: boolean };
export type DeleteProps = { viewId: string; base: string };
export type ColumnsProps = {
  list: string;
  /** The address of the list without a choice of columns. */
  href: string;
  offered: readonly { id: string; label: string }[];
  shown: readonly string[];
  usual: readonly string[];
};

export function SaveViewForm({ view, base, mayShare, onDone }: ViewProps & Done) {
  const t = useTranslations("lists");
  const router = useRouter();
  const of = useActionForm({
    schema: saveViewInput,
    action: saveViewAction,
    defaultValues: view,
    onSuccess() {
      onDone();
      router.push(`${base}${view.query}`);
    },
  });
  return (
    <Form of={of}>
      <TextField name="name" label={t("name")} />
      <div>
        {mayShare && <CheckField name="shared" label={t("shared")} help={t("sharedHelp")} />}
        <CheckField name="start" label={t("start")} help={t("startHelp")} />
      </div>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export function DeleteViewForm({ base, onDone, ...target }: DeleteProps & Done) {
  const t = useTranslations("lists");
  const router = useRouter();
  const leave = () => {
    onDone();
    router.push(`${base}?view=all`);
  };
  return (
    <ConfirmForm schema={deleteViewInput} action={deleteViewAction} values={target} variant="danger" onDone={leave}>
      {t("delete.confirm")}
    </ConfirmForm>
  );
}

export function ColumnsForm({ list, href, offered, shown, usual, onDone }: ColumnsProps & Done) {
  const t = useTranslations("lists");
  const router = useRouter();
  /** No choice where it is what is usual. */
  const chosen = (columns: readonly string[]) =>
    columns.length === usual.length && usual.every((id) => columns.includes(id)) ? [] : columns;
  const of = useActionForm({
    schema: chooseColumnsInput,
    action(input: unknown) {
      const { columns } = chooseColumnsInput.parse(input);
      return chooseColumnsAction({ list, columns: chosen(columns) });
    },
    defaultValues: { list, columns: [...shown] },
    onSuccess() {
      onDone();
      const columns = chosen(of.form.getValues("columns"));
      const choice = columns.length > 0 ? `${href.includes("?") ? "&" : "?"}columns=${columns.join(",")}` : "";
      router.push(`${href}${choice}`, { scroll: false });
    },
  });
  return (
    <Form of={of}>
      <fieldset className="grid gap-x-6 sm:grid-cols-2">
        <legend className="sr-only">{t("columns.title")}</legend>
        {offered.map(({ id, label }) => (
          <CheckField key={id} name="columns" value={id} label={label} />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>{t("columns.show")}</SubmitButton>
        <Button variant="quiet" size="lg" onClick={() => of.form.setValue("columns", [...usual])}>
          {t("columns.usual")}
        </Button>
      </div>
    </Form>
  );
}
