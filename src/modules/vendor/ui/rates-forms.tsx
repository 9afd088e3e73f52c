"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Failure } from "@/kernel/failure";
import type { Result } from "@/kernel/result";
import { Button } from "@/ui/button";
import { useMessage } from "@/ui/form/use-message";
import { formatDay, formatNumber } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Notice } from "@/ui/notice";
import { checkRatesAction, importRatesAction } from "../actions";
import type { RatesSummary } from "../domain/rates-summary";

type Read = { fileName: string; text: string };
type Preview = RatesSummary & { fresh: number; changed: number; same: number };

const largest = 2_600_000;

/** The key of what went wrong with a file. */
function problemOf(failure: Failure): string {
  if (failure.code === "invalid") return failure.fields.text ?? "vendor.errors.noRates";
  return failure.code === "unauthenticated" || failure.code === "forbidden"
    ? `failures.${failure.code}`
    : "failures.unexpected";
}

/** A file of rates is read, shown for what it would bring, and then kept or left. */
export function RatesForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("vendor.rates");
  const say = useMessage();
  const id = useId();
  const [read, setRead] = useState<Read | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function ask<Value>(question: () => Promise<Result<Value>>): Promise<Value | null> {
    setBusy(true);
    const result = await question().catch(() => null);
    setBusy(false);
    if (result?.ok) return result.value;
    setProblem(result ? problemOf(result.failure) : "failures.unexpected");
    return null;
  }

  async function choose(file: File | undefined): Promise<void> {
    setPreview(null);
    setProblem(null);
    if (!file) return;
    if (file.size > largest) return setProblem("vendor.errors.fileLarge");
    const given = { fileName: file.name, text: await file.text() };
    setRead(given);
    setPreview(await ask(() => checkRatesAction(given)));
  }

  return (
    <div className="grid gap-4" aria-busy={busy}>
      <div>
        <label htmlFor={id} className="block text-base font-strong">
          {t("file")}
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,.xml,text/csv,text/xml,application/xml"
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
          className="mt-1.5 block w-full rounded-md border border-control bg-surface p-2 text-base file:me-3 file:rounded-md file:border-0 file:bg-hover file:px-3 file:py-1.5 file:text-ink"
        />
      </div>
      <div role="status">{busy && t("reading")}</div>
      {problem && (
        <p id={`${id}-error`} role="alert" className="text-critical-ink">
          {say(problem)}
        </p>
      )}
      {preview && <PreviewOfFile preview={preview} />}
      {preview && preview.problems.length === 0 && preview.rates > 0 && read && (
        <Button
          variant="primary"
          size="lg"
          pending={busy}
          className="justify-self-start"
          onClick={async () => {
            if (await ask(() => importRatesAction(read))) onDone();
          }}
        >
          {t("keep", { count: preview.fresh + preview.changed })}
        </Button>
      )}
    </div>
  );
}

function PreviewOfFile({ preview }: { preview: Preview }) {
  const t = useTranslations("vendor.rates");
  const locale = useLocale();
  const say = useMessage();
  const { firstDay, lastDay, currencies, problems } = preview;
  return (
    <div className="grid gap-3">
      <KeyFacts
        facts={[
          { label: t("currencies"), value: formatNumber(currencies.length, locale) },
          ...(firstDay && lastDay
            ? [
                {
                  label: t("days"),
                  value: `${formatDay(firstDay, locale, { year: true })} – ${formatDay(lastDay, locale, { year: true })}`,
                },
              ]
            : []),
          { label: t("fresh"), value: formatNumber(preview.fresh, locale) },
          { label: t("changed"), value: formatNumber(preview.changed, locale) },
          { label: t("same"), value: formatNumber(preview.same, locale) },
        ]}
      />
      {problems.length > 0 && (
        <Notice tone="critical" title={t("problems")}>
          <ul>
            {problems.map(({ line, message }) => (
              <li key={line}>{t("atLine", { line, problem: say(message) })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
