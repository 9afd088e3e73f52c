"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { Glyph } from "@/ui/glyph";
import { Kbd } from "@/ui/kbd";
import type { PaletteProps } from "@/ui/palette/palette";

export type PaletteGiven = Omit<PaletteProps, "onClose">;

/** The search of the top bar, also with Ctrl K or ⌘ K. What it opens is loaded when it is asked for. */
export function PaletteButton(given: PaletteGiven) {
  const t = useTranslations("ui.palette");
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const load = useRef(async () => {
    const { Palette: loaded } = await import("@/ui/palette/palette");
    setPalette(() => loaded);
  }).current;
  const show = useRef(() => {
    setOpen(true);
    void load().catch(() => setOpen(false));
  }).current;

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) show();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [show]);

  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={show}
        className="flex h-10 items-center gap-2 rounded-md text-ink-3 transition-colors max-md:size-10 max-md:justify-center max-md:hover:bg-hover md:h-8 md:w-66 md:border md:border-control md:bg-surface md:px-2.5 md:hover:bg-hover"
      >
        <Glyph shape={Search} />
        <span className="flex-1 truncate text-start max-md:sr-only">{t("open")}</span>
        <span aria-hidden="true" className="max-md:hidden">
          <Kbd>{t("keys")}</Kbd>
        </span>
      </button>
      {open && Palette && <Palette {...given} onClose={() => setOpen(false)} />}
    </>
  );
}
