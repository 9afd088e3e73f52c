"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { AmountInput } from "./amount-input";
import { controlId } from "./control-id";
import { FieldError, FieldFrame, type FieldProps, messageAt } from "./field";
import { useLabel } from "./form-around";
import { NativeSelect } from "./native-select";
import { initialText, useTyped } from "./use-typed";

/**
 * Amount and currency, one question with two controls. The form holds `name.amount` as plain decimal text ("184000.50") and
 * `name.currency` as a code; the reader types and sees the amount in the way of the own language.
 */
export function MoneyField({ currencies, ...field }: FieldProps & { currencies: readonly string[] }) {
  const t = useTranslations("ui.form");
  const { formState } = useFormContext();
  const currencyPath = `${field.name}.currency`;
  const currency = useTyped(currencyPath);
  const currencyLabel = t("currency", { label: field.label });
  useLabel(currencyPath, currencyLabel);
  const currencyError = messageAt(formState.errors, currencyPath);
  return (
    <FieldFrame {...field} name={`${field.name}.amount`} group={field.name}>
      <div className="flex gap-2">
        <AmountInput name={`${field.name}.amount`} help={field.help} group={field.name} />
        <NativeSelect
          id={controlId(currencyPath)}
          aria-label={currencyLabel}
          aria-invalid={currencyError ? true : undefined}
          aria-describedby={currencyError ? `${controlId(currencyPath)}-error` : undefined}
          className="w-26 shrink-0"
          defaultValue={initialText(currency.initial)}
          {...currency.attributes}
        >
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </NativeSelect>
      </div>
      {currencyError && <FieldError id={controlId(currencyPath)} message={currencyError} />}
    </FieldFrame>
  );
}
