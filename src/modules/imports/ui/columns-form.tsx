"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NativeSelect } from "@/ui/form/native-select";
import { Section } from "@/ui/section";
import { checkImportAction } from "../actions";
import type { CheckChoices } from "./check-choices";
import { useImportWork } from "./use-import-work";
import { WorkButton } from "./work-button";
import { WorkStatus } from "./work-status";

export type MappedField = {
  /** The question this answers. */
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** The column that feeds it now, from 0. */
  readonly column: number | null;
};
export type ColumnsPart = {
  readonly part: string;
  readonly title: string;
  readonly remembered: boolean;
  readonly fields: readonly MappedField[];
  readonly columns: readonly { readonly name: string; readonly samples: readonly string[] }[];
  readonly unused: readonly string[];
};

type Props = { parts: readonly ColumnsPart[]; choices: CheckChoices; next: string; progressHref: string };

const answerOf = (value: string) => (value === "" ? "" : `#${Number(value) + 1}`);
const optionOf = (column: number | null) => (column === null ? "" : String(column));

/** Which column is what, with samples of each; what is changed is checked at once. */
export function ColumnsForm({ parts, choices, next, progressHref }: Props) {
  const t = useTranslations("imports.columns");
  const router = useRouter();
  const work = useImportWork(progressHref);

  function send(form: FormData): void {
    const changed = parts
      .flatMap(({ fields }) => fields)
      .flatMap(({ id, column }) => {
        const value = String(form.get(id) ?? "");
        return value === optionOf(column) ? [] : [[id, answerOf(value)] as const];
      });
    if (changed.length === 0) {
      router.push(next);
      return;
    }
    const answers = { ...choices.answers, ...Object.fromEntries(changed) };
    // Where to go on depends on what the check asks, which the page itself knows.
    work.work(
      () => checkImportAction({ ...choices, answers, acceptProposals: false }),
      () => router.push(next),
    );
  }

  return (
    <form action={send} onReset={(event) => event.preventDefault()} aria-busy={work.working} className="mt-5">
      {parts.map((part, index) => (
        <Section
          key={part.part}
          title={part.title}
          spaced={index > 0}
          aside={part.remembered ? t("remembered") : undefined}
        >
          <ul>
            {part.fields.map((field) => (
              <FieldRow key={field.id} field={field} columns={part.columns} />
            ))}
          </ul>
          {part.unused.length > 0 && (
            <p className="mt-3 wrap-anywhere text-ink-2">{t("unused", { columns: part.unused.join(", ") })}</p>
          )}
        </Section>
      ))}
      <div className="mt-6 grid gap-4">
        <WorkStatus {...work} />
        <WorkButton work={work} label={t("continue")} />
      </div>
    </form>
  );
}

function FieldRow({ field, columns }: { field: MappedField; columns: ColumnsPart["columns"] }) {
  const t = useTranslations("imports.columns");
  const [value, setValue] = useState(optionOf(field.column));
  const chosen = value === "" ? undefined : columns[Number(value)];
  const missing = field.required && value === "";
  return (
    <li className="grid items-center gap-x-6 gap-y-1.5 border-b border-line py-2.5 sm:grid-cols-[12rem_16rem_minmax(0,1fr)]">
      <label htmlFor={field.id}>
        <span className="font-strong">{field.label}</span>
        {!field.required && <span className="text-ink-3"> {t("optional")}</span>}
      </label>
      <div>
        <NativeSelect
          id={field.id}
          name={field.id}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          aria-describedby={`${field.id}-samples`}
          aria-invalid={missing || undefined}
        >
          <option value="">{t("none")}</option>
          {columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is told from another by its place
            <option key={index} value={index}>
              {column.name}
            </option>
          ))}
        </NativeSelect>
      </div>
      <p id={`${field.id}-samples`} className="min-w-0 wrap-anywhere text-ink-2">
        {missing ? (
          <span className="text-critical-ink">{t("required")}</span>
        ) : chosen ? (
          chosen.samples.slice(0, 3).join(" · ") || t("empty")
        ) : (
          t("notUsed")
        )}
      </p>
    </li>
  );
}
