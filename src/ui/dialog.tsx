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
  children: ReactNode;
};

/**
 * Asks once, and says what follows; a sheet from below on a phone. Escape closes it and the focus goes back. A press beside it
 * does nothing: whoever selects text or slips would lose what was typed.
 */
export function Dialog({ open, onClose, title, description, children }: DialogProps) {
  const t = useTranslations("ui.dialog");
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClose}
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
            onClick={onClose}
            className="absolute! end-3 top-3"
          />
        </div>
      )}
    </dialog>
  );
}
