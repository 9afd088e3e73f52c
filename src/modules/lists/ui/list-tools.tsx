"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { ColumnsProps, DeleteProps, ViewProps } from "./list-forms";

const forms = () => import("./list-forms");

/** Which columns the list has. */
export function ChooseColumns(form: ColumnsProps) {
  const t = useTranslations("lists.columns");
  return (
    <ActionDialog
      label={t("open")}
      variant="quiet"
      title={t("title")}
      description={t("consequence")}
      load={async () => (await forms()).ColumnsForm}
      form={form}
    />
  );
}

/** Keeps the list as it is under a name, or changes the name and who sees it. */
export function SaveView(form: ViewProps) {
  const t = useTranslations("lists");
  const isNew = form.view.viewId === null;
  return (
    <ActionDialog
      label={t(isNew ? "open" : "change")}
      variant="quiet"
      title={t(isNew ? "title" : "changeTitle")}
      description={t("consequence")}
      load={async () => (await forms()).SaveViewForm}
      form={form}
    />
  );
}

/** Takes a view away; says who loses it. */
export function DeleteView({ name, shared, ...form }: DeleteProps & { name: string; shared: boolean }) {
  const t = useTranslations("lists.delete");
  return (
    <ActionDialog
      label={t("open")}
      variant="quiet"
      title={t("title")}
      description={t(shared ? "consequenceShared" : "consequence", { name })}
      load={async () => (await forms()).DeleteViewForm}
      form={form}
    />
  );
}
