"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NativeSelect } from "@/ui/form/native-select";
import { Glyph } from "@/ui/glyph";
import { leaveEmpty, otherValue } from "../domain/answer-values";

type Option = { readonly value: string; readonly label: string; readonly help?: string };

/** A question in the reader's words. `others` is the whole list behind the likely options. */
export type AskedQuestion = {
  readonly id: string;
  readonly text: string;
  readonly where: string;
  readonly form: "choice" | "list";
  readonly options: readonly Option[];
  readonly others: readonly Option[];
  readonly mayBeEmpty: boolean;
  /** The one proposal there is, chosen already and to be confirmed. */
  readonly proposed: string | null;
};

/** One question with its answers; beside each answer what it would mean. */
export function QuestionField({ question, asked }: { question: AskedQuestion; asked: boolean }) {
  const t = useTranslations("imports.questions");
  const { id, text, where, form, options, others, mayBeEmpty, proposed } = question;
  const [chosen, setChosen] = useState(proposed ?? "");
  const isOpen = asked && chosen === "";
  const describedBy = `${id}-where${isOpen ? ` ${id}-error` : ""}`;
  return (
    <fieldset
      id={`${id}-field`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: only as a radiogroup can it be marked as invalid
      role="radiogroup"
      tabIndex={-1}
      aria-invalid={isOpen || undefined}
      aria-describedby={describedBy}
      className="min-w-0 rounded-md outline-none focus-visible:ring-2 focus-visible:ring-focus"
    >
      <legend className="text-base font-strong wrap-anywhere">{text}</legend>
      <p id={`${id}-where`} className="mt-0.5 text-ink-2">
        {where}
      </p>
      {form === "list" ? (
        <OptionList id={id} label={text} options={options} onChoose={setChosen} />
      ) : (
        <div className="mt-2 grid gap-2">
          {options.map((option) => (
            <Choice key={option.value} id={id} option={option} chosen={chosen} onChoose={setChosen} />
          ))}
          {others.length > 0 && (
            <Choice id={id} option={{ value: otherValue, label: t("other") }} chosen={chosen} onChoose={setChosen} />
          )}
          {chosen === otherValue && <OptionList id={`${id}:other`} label={t("otherLabel")} options={others} />}
          {mayBeEmpty && (
            <Choice
              id={id}
              option={{ value: leaveEmpty, label: t("leaveEmpty") }}
              chosen={chosen}
              onChoose={setChosen}
            />
          )}
        </div>
      )}
      {isOpen && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-critical-ink">
          <Glyph shape={CircleAlert} className="mt-0.5" />
          {t("unanswered")}
        </p>
      )}
    </fieldset>
  );
}

type ChoiceProps = { id: string; option: Option; chosen: string; onChoose: (value: string) => void };

function Choice({ id, option, chosen, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-start gap-2.5 rounded-md border border-control bg-surface px-3 py-2.25 text-base transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        type="radio"
        name={id}
        value={option.value}
        checked={chosen === option.value}
        onChange={() => onChoose(option.value)}
        className="mt-1 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0 wrap-anywhere">
        {option.label}
        {option.help && <span className="block text-sm text-ink-2">{option.help}</span>}
      </span>
    </label>
  );
}

type ListProps = { id: string; label: string; options: readonly Option[]; onChoose?: (value: string) => void };

function OptionList({ id, label, options, onChoose }: ListProps) {
  const t = useTranslations("imports.questions");
  return (
    <NativeSelect
      name={id}
      aria-label={label}
      defaultValue=""
      className="mt-2"
      onChange={(event) => onChoose?.(event.currentTarget.value)}
    >
      <option value="">{t("choose")}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  );
}
