"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { commitImportAction, discardImportAction, undoImportAction } from "../actions";
import { type ImportWork, useImportWork } from "./use-import-work";
import { WorkButton } from "./work-button";
import { WorkStatus } from "./work-status";

type Done = { onDone: () => void };
export type Target = { importId: string; progressHref: string };
export type CommitProps = Target & { goodRowsOnly: boolean; label: string };

type WorkFormProps = { work: ImportWork; send: () => void; label: string; variant?: "danger" };

/** A decision about an import, with nothing to fill in. */
function WorkForm({ work, send, ...button }: WorkFormProps) {
  return (
    <form className="grid gap-4" aria-busy={work.working} action={send}>
      <WorkStatus {...work} />
      <WorkButton work={work} {...button} />
    </form>
  );
}

/** Says yes to what the check announced. */
export function CommitForm({ importId, progressHref, goodRowsOnly, label, onDone }: CommitProps & Done) {
  const work = useImportWork(progressHref);
  const send = () => work.work(() => commitImportAction({ importId, goodRowsOnly }), onDone);
  return <WorkForm work={work} send={send} label={label} />;
}

/** Takes a whole import back. */
export function UndoForm({ importId, progressHref, onDone }: Target & Done) {
  const t = useTranslations("imports.undo");
  const work = useImportWork(progressHref);
  const send = () => work.work(() => undoImportAction({ importId }), onDone);
  return <WorkForm work={work} send={send} label={t("confirm")} variant="danger" />;
}

/** Forgets an import of which nothing was written. */
export function DiscardForm({ importId, progressHref, next }: Target & Done & { next: string }) {
  const t = useTranslations("imports.discard");
  const router = useRouter();
  const work = useImportWork(progressHref);
  const send = () =>
    work.work(
      () => discardImportAction({ importId }),
      () => router.replace(next),
    );
  return <WorkForm work={work} send={send} label={t("confirm")} variant="danger" />;
}
