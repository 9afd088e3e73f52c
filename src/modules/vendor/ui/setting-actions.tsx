"use client";

import { useTranslations } from "next-intl";
import { ActionDialog } from "@/ui/action-dialog";
import type { CalendarProps, HolidayProps, RemoveHolidayProps } from "./calendar-forms";
import type { ConfirmProps } from "./confirm-forms";
import type { ProductProps, RegionProps, TerritoryProps } from "./structure-forms";

const structure = () => import("./structure-forms");
const calendars = () => import("./calendar-forms");

/** `version` 0 is something new. */
const isNew = (values: { version: number }) => values.version === 0;

export function EditRegion(form: RegionProps) {
  const t = useTranslations("vendor.regions");
  const what = isNew(form.values) ? "add" : "edit";
  return (
    <ActionDialog
      label={t(what)}
      variant={isNew(form.values) ? "primary" : "default"}
      title={t(`${what}Title`, { name: form.values.name })}
      description={t("about")}
      load={async () => (await structure()).RegionForm}
      form={form}
    />
  );
}

export function EditProduct(form: ProductProps) {
  const t = useTranslations("vendor.products");
  const what = isNew(form.values) ? "add" : "edit";
  return (
    <ActionDialog
      label={t(what)}
      variant={isNew(form.values) ? "primary" : "default"}
      title={t(`${what}Title`, { name: form.values.name })}
      description={t("about")}
      load={async () => (await structure()).ProductForm}
      form={form}
    />
  );
}

export function EditTerritory(form: TerritoryProps) {
  const t = useTranslations("vendor.territories");
  const what = isNew(form.values) ? "add" : "edit";
  return (
    <ActionDialog
      label={t(what)}
      variant={isNew(form.values) ? "primary" : "default"}
      title={t(`${what}Title`, { name: form.values.name })}
      description={t("about")}
      load={async () => (await structure()).TerritoryForm}
      form={form}
    />
  );
}

export function EditCalendar(form: CalendarProps) {
  const t = useTranslations("vendor.calendars");
  const what = isNew(form.values) ? "add" : "edit";
  return (
    <ActionDialog
      label={t(what)}
      variant={isNew(form.values) ? "primary" : "default"}
      title={t(`${what}Title`, { name: form.values.name })}
      description={t("about")}
      load={async () => (await calendars()).CalendarForm}
      form={form}
    />
  );
}

export function AddHoliday(form: HolidayProps) {
  const t = useTranslations("vendor.calendars");
  return (
    <ActionDialog
      label={t("addHoliday")}
      title={t("addHolidayTitle")}
      description={t("addHolidayAbout")}
      load={async () => (await calendars()).HolidayForm}
      form={form}
    />
  );
}

export function RemoveHoliday(form: RemoveHolidayProps) {
  const t = useTranslations("vendor.calendars");
  return (
    <ActionDialog
      label={t("removeHoliday")}
      title={t("removeHolidayTitle")}
      description={t("removeHolidayAbout")}
      load={async () => (await calendars()).RemoveHolidayForm}
      form={form}
    />
  );
}

/** Takes something away, or brings it back, after the consequence was read. `name` stands in the question. */
export function Confirm({ name, ...form }: ConfirmProps & { name: string }) {
  const t = useTranslations("vendor.confirm");
  return (
    <ActionDialog
      label={t(`${form.verb}.label`)}
      variant={form.danger ? "danger" : "default"}
      title={t(`${form.verb}.title`, { name })}
      description={t(`${form.verb}.consequence`)}
      load={async () => (await import("./confirm-forms")).ConfirmVerbForm}
      form={form}
    />
  );
}
