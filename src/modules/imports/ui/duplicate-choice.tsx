"use client";

import { useTranslations } from "next-intl";
import { checkImportAction } from "../actions";
import type { CheckChoices } from "./check-choices";
import { useImportWork } from "./use-import-work";
import { WorkStatus } from "./work-status";

type Props = { choices: CheckChoices; count: number; progressHref: string };

/** What becomes of rows whose record exists and differs; the other choice is checked at once. */
export function DuplicateChoice({ choices, count, progressHref }: Props) {
  const t = useTranslations("imports.duplicates");
  const work = useImportWork(progressHref);
  const choose = (onDuplicate: CheckChoices["onDuplicate"]) =>
    work.work(
      () => checkImportAction({ ...choices, onDuplicate, acceptProposals: false }),
      () => undefined,
    );
  return (
    <fieldset className="mt-5 min-w-0">
      <legend className="font-strong">{t("title", { count })}</legend>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {(["skip", "update"] as const).map((way) => (
          <label
            key={way}
            className="flex min-h-10 items-center gap-2.5 rounded-md border border-control bg-surface px-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="onDuplicate"
              checked={choices.onDuplicate === way}
              onChange={() => choose(way)}
              disabled={work.working}
              className="size-4 accent-accent outline-none"
            />
            {t(way)}
          </label>
        ))}
      </div>
      <div className="mt-2 grid gap-2 empty:hidden">
        <WorkStatus {...work} />
      </div>
    </fieldset>
  );
}
