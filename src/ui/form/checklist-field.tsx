"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useController } from "react-hook-form";
import { control } from "./control";
import { FieldError, FieldHelp, type FieldProps, LabelText, useControl } from "./field";
import type { Option } from "./fields";
import { useLabel } from "./form-around";

const mostShown = 250;

/** Any number out of many, found by typing a part of the name. The form holds the chosen values as a list. */
export function ChecklistField({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const t = useTranslations("ui.form");
  const { field: held } = useController({ name: field.name });
  const { id, error, attributes } = useControl(field.name, field.help);
  const [words, setWords] = useState("");
  const countId = useId();
  useLabel(field.name, field.label);
  const chosen: readonly string[] = Array.isArray(held.value) ? held.value : [];
  const sought = words.trim().toLocaleLowerCase();
  const found = options.filter(({ label }) => label.toLocaleLowerCase().includes(sought)).slice(0, mostShown);
  const toggle = (value: string) =>
    held.onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className="min-w-0">
      <legend className="text-base font-strong">
        <LabelText label={field.label} optional={field.optional} />
      </legend>
      {field.help && <FieldHelp id={id}>{field.help}</FieldHelp>}
      <input
        type="search"
        aria-label={t("narrow", { label: field.label })}
        placeholder={t("narrowShort")}
        value={words}
        autoComplete="off"
        ref={held.ref}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        className={`${control} mt-1.5`}
        {...attributes}
      />
      <p id={countId} className="mt-1 text-xs text-ink-3">
        {t("chosen", { count: chosen.length })}
      </p>
      <ul className="mt-1 max-h-56 overflow-y-auto rounded-md border border-line">
        {found.map(({ value, label }) => (
          <li key={value} className="border-b border-line last:border-b-0">
            <label className="flex min-h-9 items-center gap-2.5 px-3 py-1.5 hover:bg-hover">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0">{label}</span>
            </label>
          </li>
        ))}
        {found.length === 0 && <li className="px-3 py-2 text-ink-2">{t("noneFound")}</li>}
      </ul>
      {error && <FieldError id={id} message={error} />}
    </fieldset>
  );
}
