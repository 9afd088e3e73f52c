"use client";

import { useTranslations } from "next-intl";
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from "react";
import { classes } from "@/ui/classes";
import { control } from "./control";
import { FieldError, FieldFrame, FieldHelp, type FieldProps, LabelText, useControl } from "./field";
import { useLabel } from "./form-around";
import { NativeSelect } from "./native-select";
import { RadioChoice, type RadioOption } from "./radio-choice";
import { initialText, useTyped } from "./use-typed";

export type Option = { value: string; label: string };

type TextProps = FieldProps & {
  type?: HTMLInputTypeAttribute;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "url" | "email" | "decimal";
  spellCheck?: boolean;
};

export function TextField({ type = "text", autoComplete = "off", inputMode, spellCheck, ...field }: TextProps) {
  const { initial, attributes } = useTyped(field.name);
  const described = useControl(field.name, field.help);
  return (
    <FieldFrame {...field}>
      <input
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={spellCheck}
        defaultValue={initialText(initial)}
        className={control}
        {...described.attributes}
        {...attributes}
      />
    </FieldFrame>
  );
}

export function EmailField(field: TextProps) {
  return <TextField autoComplete="email" {...field} type="email" inputMode="email" spellCheck={false} />;
}

/** A web address; people may leave out the "https://". */
export function UrlField(field: TextProps) {
  return <TextField autoComplete="url" {...field} inputMode="url" spellCheck={false} />;
}

/** A day; the browser's own picker, in the reader's way of writing days. */
export function DateField(field: FieldProps) {
  return <TextField {...field} type="date" />;
}

export function TextAreaField({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  const { initial, attributes } = useTyped(field.name);
  const described = useControl(field.name, field.help);
  return (
    <FieldFrame {...field}>
      <textarea
        rows={rows}
        defaultValue={initialText(initial)}
        className={classes(control, "field-sizing-content")}
        style={{ minBlockSize: `${rows * 1.5 + 1.125}rem` }}
        {...described.attributes}
        {...attributes}
      />
    </FieldFrame>
  );
}

export type SelectProps = FieldProps & { options: readonly Option[]; placeholder?: string };

export function SelectField({ options, placeholder, ...field }: SelectProps) {
  const t = useTranslations("ui.form");
  const { initial, attributes } = useTyped(field.name);
  const described = useControl(field.name, field.help);
  const empty = placeholder ?? (field.optional ? t("none") : undefined);
  return (
    <FieldFrame {...field}>
      <NativeSelect defaultValue={initialText(initial)} {...described.attributes} {...attributes}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
    </FieldFrame>
  );
}

/** Choices side by side, where all of them should be seen; one below the other where they need an explanation. */
export function RadioGroupField({ options, ...field }: FieldProps & { options: readonly RadioOption[] }) {
  const { id, error, attributes } = useControl(field.name, field.help);
  useLabel(field.name, field.label);
  const explained = options.some((option) => option.help);
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: only as a radiogroup can it be marked as invalid
    <fieldset role="radiogroup" {...attributes} className="min-w-0">
      <legend className="text-base font-strong">
        <LabelText label={field.label} optional={field.optional} />
      </legend>
      {field.help && <FieldHelp id={id}>{field.help}</FieldHelp>}
      <div className={classes("mt-1.5 gap-2", explained ? "grid" : "flex flex-wrap")}>
        {options.map((option) => (
          <RadioChoice key={option.value} name={field.name} option={option} />
        ))}
      </div>
      {error && <FieldError id={id} message={error} />}
    </fieldset>
  );
}
