"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef } from "react";
import { useController } from "react-hook-form";
import { classes } from "@/ui/classes";
import { plainAmount, shownAmount } from "./amount";
import { control } from "./control";
import { type FieldProps, useControl } from "./field";
import { typedBefore } from "./use-typed";

/** The form holds plain decimal text; the reader types and sees the amount in the way of the own language. */
export function AmountInput({ name, help, group }: Pick<FieldProps, "name" | "help"> & { group: string }) {
  const locale = useLocale();
  const described = useControl(name, help, group);
  const { field } = useController({ name });
  const element = useRef<HTMLInputElement>(null);
  const early = useRef<string>(undefined);
  const read = (text: string) => plainAmount(text, locale) ?? text.trim();

  // What was typed before the form woke up goes to the form, which listens only now; later the form may be given another amount
  // from outside, and what is being typed is left alone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another amount or another language is a reason
  useEffect(() => {
    const typed = early.current;
    early.current = undefined;
    if (typed !== undefined) {
      field.onChange(read(typed));
      return;
    }
    const input = element.current;
    const value = String(field.value ?? "");
    if (input && (plainAmount(input.value, locale) ?? input.value.trim()) !== value)
      input.value = shownAmount(value, locale);
  }, [field.value, locale]);

  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      name={field.name}
      defaultValue={shownAmount(String(field.value ?? ""), locale)}
      onChange={(event) => field.onChange(read(event.currentTarget.value))}
      onBlur={(event) => {
        event.currentTarget.value = shownAmount(read(event.currentTarget.value), locale);
        field.onBlur();
      }}
      ref={(input) => {
        const typed = input && !element.current ? typedBefore(input) : undefined;
        if (input) element.current = input;
        field.ref(input);
        if (typeof typed === "string") early.current = typed;
      }}
      className={classes(control, "figures min-w-0 flex-1")}
      {...described.attributes}
    />
  );
}
