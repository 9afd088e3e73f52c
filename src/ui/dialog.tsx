"use client";

import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "@/ui/button";
import { Glyph } from "@/ui/glyph";

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What follows if the reader goes on. */
  description: ReactNode;
  /** Something is on its way: the dialog stays. A form inside says so itself. */
  pending?: boolean;
  children: ReactNode;
};

/** Whether the press is beside the dialog; its own box counts as the dialog, its backdrop does not. */
function isBeside(event: React.MouseEvent<HTMLDialogElement>): boolean {
  if (event.target !== event.currentTarget) return false;
  const box = event.currentTarget.getBoundingClientRect();
  const across = event.clientX >= box.left && event.clientX <= box.right;
  return !(across && event.clientY >= box.top && event.clientY <= box.bottom);
}

/**
 * Asks once, and says what follows; a sheet from below on a phone. Escape or a press beside it closes it, and the focus goes
 * back. It stays while something is on its way; once something is typed a press beside it does nothing, as it may be a slip.
 */
export function Dialog({ open, onClose, title, description, pending, children }: DialogProps) {
  const t = useTranslations("ui.dialog");
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const typed = useRef(false);
  const pressedBeside = useRef(false);
  useEffect(() => {
    typed.current = false;
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  const stays = () => pending || box.current?.querySelector('form[aria-busy="true"]') != null;
  return (
    <dialog
      ref={box}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClose}
      onCancel={(event) => event.target === box.current && stays() && event.preventDefault()}
      // A browser may close on a second Escape without asking; it does not where the key is taken.
      onKeyDown={(event) => event.key === "Escape" && stays() && event.preventDefault()}
      onInput={() => {
        typed.current = true;
      }}
      onMouseDown={(event) => {
        pressedBeside.current = isBeside(event);
      }}
      onClick={(event) => {
        if (pressedBeside.current && isBeside(event) && !typed.current && !stays()) onClose();
      }}
      className="m-auto max-h-[min(90dvh,52rem)] w-full max-w-130 overflow-y-auto overscroll-contain rounded-lg border border-line-strong bg-raised p-0 text-start whitespace-normal text-ink shadow-float transition-[opacity,translate] backdrop:bg-backdrop max-md:mb-0 max-md:max-w-none max-md:rounded-b-none max-md:border-x-0 max-md:border-b-0 starting:open:translate-y-2 starting:open:opacity-0 print:hidden"
    >
      {open && (
        <div className="relative grid gap-4 p-5 max-md:pb-[max(1.25rem,env(safe-area-inset-bottom))]">
          <div className="pe-10">
            <h2 id={`${id}-title`} className="text-lg tracking-tight text-balance">
              {title}
            </h2>
            <div id={`${id}-text`} className="mt-1 text-ink-2">
              {description}
            </div>
          </div>
          {children}
          {/* Last, so that the focus begins in what is asked. */}
          <IconButton
            label={t("close")}
            icon={<Glyph shape={X} />}
            onClick={() => !stays() && onClose()}
            className="absolute! end-3 top-3"
          />
        </div>
      )}
    </dialog>
  );
}
