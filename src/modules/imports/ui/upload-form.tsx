"use client";

import Upload from "lucide-react/icons/upload";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Result } from "@/kernel/result";
import { classes } from "@/ui/classes";
import { Glyph } from "@/ui/glyph";
import { fileEndings, uploadProblem, type WantedFiles } from "../domain/upload";
import { useImportWork } from "./use-import-work";
import { WorkButton } from "./work-button";
import { WorkStatus } from "./work-status";

export type PresetChoice = {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly files: WantedFiles;
};

type Props = {
  /** The import the files become; sending them again makes no second one. */
  importId: string;
  presets: readonly PresetChoice[];
  chosen: string | null;
  base: string;
};

/** What a file brings, and the file: dropped or chosen. What was chosen stays whatever goes wrong. */
export function UploadForm({ importId, presets, chosen, base }: Props) {
  const t = useTranslations("imports.upload");
  const router = useRouter();
  const work = useImportWork(`${base}/${importId}/progress`);
  const [preset, setPreset] = useState(presets.find(({ id }) => id === chosen) ?? null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const there = `${base}/${importId}`;

  function send(): void {
    const problem = preset ? uploadProblem(files, preset.files) : { reason: "noPreset", file: "" };
    if (!preset || problem) {
      work.fail({
        code: "refused",
        reason: `imports.errors.${problem?.reason}`,
        params: { file: problem?.file ?? "" },
      });
      return;
    }
    work.work(
      () => sent(`${base}/upload`, importId, preset.id, files),
      () => router.push(`${there}?step=columns`),
    );
  }

  return (
    <form
      action={send}
      onReset={(event) => event.preventDefault()}
      aria-busy={work.working}
      className="mt-5 grid max-w-160 gap-6"
    >
      <PresetChoices
        presets={presets}
        chosen={preset}
        onChoose={(next) => {
          work.fail(null);
          setPreset(next);
        }}
      />
      <DropZone
        many={preset ? preset.files.length > 0 : false}
        files={files}
        onFiles={(next) => {
          work.fail(null);
          setFiles(next);
        }}
      />
      <div className="grid gap-4">
        <WorkStatus {...work} />
        {work.failure?.code === "conflict" && (
          <a href={there} className="text-accent-ink underline underline-offset-3">
            {t("goThere")}
          </a>
        )}
        <WorkButton work={work} label={t("send")} />
      </div>
    </form>
  );
}

/** Sends the files as one body, one after the other, as the address announces them. */
async function sent(
  address: string,
  importId: string,
  preset: string,
  files: readonly File[],
): Promise<Result<{ importId: string }>> {
  const query = new URLSearchParams([
    ["import", importId],
    ["preset", preset],
    ...files.flatMap(({ name, size }) => [
      ["name", name],
      ["size", String(size)],
    ]),
  ]);
  const answer = await fetch(`${address}?${query}`, { method: "POST", body: new Blob([...files]) });
  if (answer.status === 401) return { ok: false, failure: { code: "unauthenticated" } };
  if (answer.status === 403) return { ok: false, failure: { code: "forbidden" } };
  if (!answer.ok) throw new Error(`the upload was answered with ${answer.status}`);
  // The route answers with this shape.
  return (await answer.json()) as Result<{ importId: string }>;
}

type ChoicesProps = {
  presets: readonly PresetChoice[];
  chosen: PresetChoice | null;
  onChoose: (preset: PresetChoice) => void;
};

function PresetChoices({ presets, chosen, onChoose }: ChoicesProps) {
  const t = useTranslations("imports.upload");
  return (
    <fieldset className="min-w-0">
      <legend className="text-base font-strong">{t("preset")}</legend>
      <div className="mt-1.5 grid gap-2 sm:grid-cols-2">
        {presets.map((preset) => (
          <label
            key={preset.id}
            className="flex min-h-11 items-start gap-2.5 rounded-md border border-control bg-surface px-3 py-2.25 text-base transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="preset"
              value={preset.id}
              checked={chosen?.id === preset.id}
              onChange={() => onChoose(preset)}
              className="mt-1 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0 wrap-anywhere">
              {preset.label}
              <span className="block text-sm text-ink-2">{preset.help}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ZoneProps = { many: boolean; files: readonly File[]; onFiles: (files: readonly File[]) => void };

/** A place to drop files that is also the button to choose them. */
function DropZone({ many, files, onFiles }: ZoneProps) {
  const t = useTranslations("imports.upload");
  const [over, setOver] = useState(false);
  return (
    <div>
      <label htmlFor="import-files" className="text-base font-strong">
        {t(many ? "files" : "file")}
      </label>
      <div
        className={classes(
          "relative mt-1.5 grid min-h-32 place-items-center rounded-lg border border-dashed px-4 py-6 text-center transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
          over ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-hover",
        )}
      >
        <div className="grid justify-items-center gap-1">
          <Glyph shape={Upload} className="text-ink-3" />
          {files.length === 0 ? (
            <p>{t(many ? "dropMany" : "drop")}</p>
          ) : (
            <ul className="font-strong wrap-anywhere">
              {files.map((file) => (
                <li key={file.name}>
                  {t("chosen", { name: file.name, kilobytes: Math.max(1, Math.round(file.size / 1000)) })}
                </li>
              ))}
            </ul>
          )}
          <p id="import-files-help" className="text-ink-2">
            {t("help")}
          </p>
        </div>
        {/* The control itself covers the place, so that the browser takes what is dropped on it. */}
        <input
          id="import-files"
          type="file"
          multiple={many}
          accept={fileEndings.join(",")}
          aria-describedby="import-files-help"
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const picked = [...(event.currentTarget.files ?? [])];
            if (picked.length > 0) onFiles(picked);
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
        />
      </div>
    </div>
  );
}
