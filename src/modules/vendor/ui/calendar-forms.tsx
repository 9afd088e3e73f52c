"use client";

import { useTranslations } from "next-intl";
import { DateField, type Option, SelectField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useActionForm } from "@/ui/form/use-action-form";
import { addHolidayAction, removeHolidayAction, saveCalendarAction } from "../actions";
import { weekdays } from "../domain/week";
import { addHolidayInput, removeHolidayInput, saveCalendarInput, type CalendarForm as Values } from "../schema";

type Done = { onDone: () => void };
export type CalendarProps = {
  values: Values & { version: number };
  isDefault: boolean;
  zones: readonly Option[];
  regions: readonly Option[];
  days: readonly string[];
};

export function CalendarForm({ values, isDefault, zones, regions, days, onDone }: CalendarProps & Done) {
  const t = useTranslations("vendor.calendars");
  const form = useActionForm({
    schema: saveCalendarInput,
    action: saveCalendarAction,
    defaultValues: values,
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <TextField name="name" label={t("name")} />
      {!isDefault && (
        <SelectField name="regionId" label={t("region")} options={regions} placeholder={t("chooseRegion")} />
      )}
      <SelectField name="zone" label={t("zone")} options={zones} />
      <fieldset className="grid gap-3">
        <legend className="text-base font-strong">{t("hours")}</legend>
        <p className="text-ink-2">{t("hoursHelp")}</p>
        {weekdays.map((day) => (
          <div key={day} className="grid grid-cols-2 gap-3">
            <TextField name={`week.${day}.from`} type="time" label={t("from", { day: days[day - 1] ?? "" })} optional />
            <TextField
              name={`week.${day}.until`}
              type="time"
              label={t("until", { day: days[day - 1] ?? "" })}
              optional
            />
          </div>
        ))}
      </fieldset>
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

export type HolidayProps = { id: string; version: number };

export function HolidayForm({ id, version, onDone }: HolidayProps & Done) {
  const t = useTranslations("vendor.calendars");
  const form = useActionForm({
    schema: addHolidayInput,
    action: addHolidayAction,
    defaultValues: { id, version, day: "", name: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <DateField name="day" label={t("day")} />
      <TextField name="name" label={t("holidayName")} />
      <SubmitButton>{t("addHoliday")}</SubmitButton>
    </Form>
  );
}

export type RemoveHolidayProps = { id: string; version: number; days: readonly Option[] };

export function RemoveHolidayForm({ days, onDone, ...target }: RemoveHolidayProps & Done) {
  const t = useTranslations("vendor.calendars");
  const form = useActionForm({
    schema: removeHolidayInput,
    action: removeHolidayAction,
    defaultValues: { ...target, day: "" },
    onSuccess: onDone,
  });
  return (
    <Form of={form}>
      <SelectField name="day" label={t("holiday")} placeholder={t("chooseHoliday")} options={days} />
      <SubmitButton variant="danger">{t("removeHolidayConfirm")}</SubmitButton>
    </Form>
  );
}
