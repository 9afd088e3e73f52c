"use client";

import Upload from "lucide-react/icons/upload";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, useTransition } from "react";
import { Button } from "@/ui/button";
import { type MessageParams, useMessage } from "@/ui/form/use-message";
import { Glyph } from "@/ui/glyph";
import { acceptedEndings } from "../domain/file";

type Props = {
  subjectKind: string;
  subjectId: string;
  canNote: boolean;
  mostMegabytes: number;
  /** Who reads what is added here. */
  audience: string;
};
type Problem = { readonly name: string; readonly reason: string; readonly params: MessageParams };

/** Sends one file; null where it was taken, else why not. */
async function send(address: string, file: File, most: number): Promise<Omit<Problem, "name"> | null> {
  if (file.size > most * 1_000_000) return { reason: "records.errors.fileTooLarge", params: { most } };
  if (file.size === 0) return { reason: "records.errors.file.empty", params: {} };
  const answer = await fetch(address, { method: "POST", body: file }).catch(() => null);
  if (answer?.ok) return null;
  if (answer?.status === 401) return { reason: "failures.unauthenticated", params: {} };
  const said: { reason?: string; params?: MessageParams } = (await answer?.json().catch(() => ({}))) ?? {};
  return { reason: said.reason ?? "failures.unexpected", params: said.params ?? {} };
}

/** Adds files, several at once; each that is not taken says why, and the others are added all the same. */
export function FileUpload({ subjectKind, subjectId, canNote, mostMegabytes, audience }: Props) {
  const t = useTranslations("records.file");
  const say = useMessage();
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [internal, setInternal] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [added, setAdded] = useState(0);
  const [pending, start] = useTransition();
  const id = useId();

  async function add(files: readonly File[]): Promise<void> {
    const found: Problem[] = [];
    setProblems([]);
    setAdded(0);
    for (const file of files) {
      const asked = new URLSearchParams({
        kind: subjectKind,
        id: subjectId,
        name: file.name,
        internal: internal ? "yes" : "no",
      });
      const problem = await send(`/files/upload?${asked}`, file, mostMegabytes);
      if (problem) found.push({ name: file.name, ...problem });
    }
    if (input.current) input.current.value = "";
    setProblems(found);
    setAdded(files.length - found.length);
    router.refresh();
  }
  return (
    <div className="grid gap-2 py-3 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button icon={<Glyph shape={Upload} size="sm" />} pending={pending} onClick={() => input.current?.click()}>
          {t(pending ? "adding" : "add")}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept={acceptedEndings}
          aria-label={t("choose")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            if (files.length > 0) start(() => add(files));
          }}
        />
        {canNote && (
          <label className="inline-flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={internal}
              onChange={(event) => setInternal(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t("internal")}
          </label>
        )}
        <span className="text-xs text-ink-3">
          {t("limits", { most: mostMegabytes })} {internal ? t("internalWho") : audience}
        </span>
      </div>
      <p role="status" className="text-positive-ink empty:hidden">
        {added > 0 && t("done", { count: added })}
      </p>
      {problems.length > 0 && (
        <ul role="alert" className="grid gap-1 text-critical-ink">
          {problems.map((problem) => (
            <li key={problem.name} className="wrap-anywhere">
              {t("problem", { name: problem.name, message: say(problem.reason, problem.params) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
