"use client";

import { useTranslations } from "next-intl";
import { classes } from "@/ui/classes";
import { AmountInput } from "@/ui/form/amount-input";
import { control } from "@/ui/form/control";
import { FieldError, useControl } from "@/ui/form/field";
import { TextAreaField, TextField } from "@/ui/form/fields";
import { Form, SubmitButton } from "@/ui/form/form";
import { useLabel } from "@/ui/form/form-around";
import { NativeSelect } from "@/ui/form/native-select";
import { useActionForm } from "@/ui/form/use-action-form";
import { initialText, useTyped } from "@/ui/form/use-typed";
import { savePolicyFiguresAction } from "../actions";

export type EditedFigure = {
  readonly path: string;
  readonly label: string;
  /** Whether the label stands beside the figure; else the line says what it is. */
  readonly isLabelled: boolean;
  readonly unit: string | null;
  readonly isMoney: boolean;
  readonly typed: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
};
export type EditedRow = {
  readonly title: string;
  readonly hint?: string;
  readonly verdict?: EditedFigure;
  readonly figures: readonly EditedFigure[];
};
export type EditedGroup = { readonly id: string; readonly title: string; readonly rows: readonly EditedRow[] };
export type Edited = { versionId: string; revision: number; name: string; note: string };

/** The figures of a draft, a line for each rule and each row of a table. */
export function FiguresForm({ groups, ...draft }: Edited & { groups: readonly EditedGroup[] }) {
  const t = useTranslations("policies.edit");
  const all = groups.flatMap(({ rows }) =>
    rows.flatMap(({ verdict, figures }) => [...(verdict ? [verdict] : []), ...figures]),
  );
  const form = useActionForm({
    schema: async () => (await import("../schema")).saveFiguresInput,
    action: savePolicyFiguresAction,
    defaultValues: { ...draft, figures: Object.fromEntries(all.map(({ path, typed }) => [path, typed])) },
  });
  return (
    <Form of={form} className="pt-4">
      <TextField name="name" label={t("name")} />
      <TextAreaField name="note" label={t("note")} optional rows={2} />
      {groups.map(({ id, title, rows }) => (
        <fieldset key={id} className="min-w-0">
          <legend className="mt-2 w-full border-b border-line pb-2 font-strong">{title}</legend>
          {id === "rules" && (
            <p aria-hidden="true" className={classes(ruleLine, "pt-2 text-xs text-ink-3 max-sm:hidden")}>
              <span>{t("rule")}</span>
              <span>{t("verdict")}</span>
              <span>{t("figures")}</span>
            </p>
          )}
          {rows.map((row) => (
            <Line key={row.verdict?.path ?? row.figures[0]?.path ?? row.title} {...row} />
          ))}
        </fieldset>
      ))}
      <SubmitButton>{t("save")}</SubmitButton>
    </Form>
  );
}

const ruleLine = "grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_15rem_15rem]";

function Line({ title, hint, verdict, figures }: EditedRow) {
  return (
    <div
      className={classes(
        "border-b border-line py-2 sm:items-center",
        verdict ? ruleLine : "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-2",
      )}
    >
      <span className="min-w-0 wrap-anywhere">
        {title}
        {hint && <span className="block text-xs text-ink-3">{hint}</span>}
      </span>
      {verdict && <FigureField {...verdict} />}
      {figures.length > 0 && (
        <div className="grid gap-2">
          {figures.map((figure) => (
            <FigureField key={figure.path} {...figure} />
          ))}
        </div>
      )}
    </div>
  );
}

const compact =
  "[&_input]:min-h-10 [&_input]:py-1 sm:[&_input]:min-h-8 [&_select]:min-h-10 [&_select]:py-1 sm:[&_select]:min-h-8 sm:[&_input]:text-sm sm:[&_select]:text-sm";

function FigureField({ path, label, isLabelled, unit, isMoney, options }: EditedFigure) {
  const name = `figures.${path}`;
  const { id, error } = useControl(name, null);
  useLabel(name, label);
  return (
    <div className={classes("min-w-0", compact)}>
      <label htmlFor={id} className={isLabelled ? "block pb-0.5 text-xs text-ink-2" : "sr-only"}>
        {label}
      </label>
      {options ? (
        <Choice name={name} options={options} />
      ) : (
        <div className="flex items-center gap-2">
          <span className="flex w-36">
            {isMoney ? <AmountInput name={name} group={name} /> : <FigureInput name={name} />}
          </span>
          <span className="w-12 text-xs text-ink-3">{unit}</span>
        </div>
      )}
      {error && <FieldError id={id} message={error} />}
    </div>
  );
}

function FigureInput({ name }: { name: string }) {
  const { initial, attributes } = useTyped(name);
  const described = useControl(name, null);
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      defaultValue={initialText(initial)}
      className={classes(control, "figures")}
      {...described.attributes}
      {...attributes}
    />
  );
}

function Choice({ name, options }: { name: string; options: NonNullable<EditedFigure["options"]> }) {
  const { initial, attributes } = useTyped(name);
  const described = useControl(name, null);
  return (
    <NativeSelect defaultValue={initialText(initial)} {...described.attributes} {...attributes}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
