"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { commitImportAction, discardImportAction, undoImportAction } from "../actions";
import { useImportWork } from "./use-import-work";
import { WorkStatus } from "./work-status";

type Done = { onDone: () => void };
export type Target = { importId: string; progressHref: string };
export type CommitProps = Target & { goodRowsOnly: boolean; label: string };

/** Says yes to what the check announced. */
export function CommitForm({ importId, progressHref, goodRowsOnly, label, onDone }: CommitProps & Done) {
  const work = useImportWork(progressHref);
  return (
    <form
      className="grid gap-4"
      aria-busy={work.working}
      action={() => work.work(() => commitImportAction({ importId, goodRowsOnly }), onDone)}
    >
      <WorkStatus {...work} />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        pending={work.working}
        className="justify-self-start max-sm:w-full"
      >
        {label}
      </Button>
    </form>
  );
}

/** Takes a whole import back. */
export function UndoForm({ importId, progressHref, onDone }: Target & Done) {
  const t = useTranslations("imports.undo");
  const work = useImportWork(progressHref);
  return (
    <form
      className="grid gap-4"
      aria-busy={work.working}
      action={() => work.work(() => undoImportAction({ importId }), onDone)}
    >
      <WorkStatus {...work} />
      <Button
        type="submit"
        variant="danger"
        size="lg"
        pending={work.working}
        className="justify-self-start max-sm:w-full"
      >
        {t("confirm")}
      </Button>
    </form>
  );
}

/** Forgets an import of which nothing was written. */
export function DiscardForm({ importId, progressHref, next }: Target & Done & { next: string }) {
  const t = useTranslations("imports.discard");
  const router = useRouter();
  const work = useImportWork(progressHref);
  return (
    <form
      className="grid gap-4"
      aria-busy={work.working}
      action={() =>
        work.work(
          () => discardImportAction({ importId }),
          () => router.replace(next),
        )
      }
    >
      <WorkStatus {...work} />
      <Button
        type="submit"
        variant="danger"
        size="lg"
        pending={work.working}
        className="justify-self-start max-sm:w-full"
      >
        {t("confirm")}
      </Button>
    </form>
  );
}
