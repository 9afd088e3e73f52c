"use client";

import { Command } from "cmdk";
import Search from "lucide-react/icons/search";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Glyph } from "@/ui/glyph";
import type { Found, FoundGroup } from "@/ui/palette/found";
import { useFound } from "@/ui/palette/use-found";

export type PaletteProps = {
  /** Where to search; it answers the groups it found. */
  endpoint: string;
  /** What is there without searching: pages and things to do. */
  groups: FoundGroup[];
  onClose: () => void;
};

const matches = (words: string) => (item: Found) =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => item.label.toLowerCase().includes(word));

/** Finds pages, records and things to do by a few letters. Arrows choose, Enter goes there. */
export function Palette({ endpoint, groups, onClose }: PaletteProps) {
  const t = useTranslations("ui.palette");
  const router = useRouter();
  const box = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const { found, state } = useFound(endpoint, words);
  useEffect(() => {
    box.current?.showModal();
    field.current?.focus();
  }, []);

  const known = groups.map((group) => ({ ...group, items: group.items.filter(matches(words.trim())) }));
  const shown = [...found, ...known].filter(({ items }) => items.length > 0);

  function go(href: string): void {
    onClose();
    router.push(href);
  }

  return (
    <dialog
      ref={box}
      aria-label={t("title")}
      onClose={onClose}
      onMouseDown={(event) => event.target === box.current && onClose()}
      className="mx-auto mt-[12dvh] w-full max-w-150 overflow-clip rounded-lg border border-line-strong bg-raised p-0 text-ink shadow-float backdrop:bg-backdrop max-sm:mt-2 max-sm:w-[calc(100%-1rem)]"
    >
      <Command shouldFilter={false} label={t("title")} loop>
        <div className="flex items-center gap-2.5 border-b border-line px-4 text-ink-3">
          <Glyph shape={Search} />
          <Command.Input
            ref={field}
            value={words}
            onValueChange={setWords}
            placeholder={t("placeholder")}
            className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-3"
          />
        </div>
        <Command.List className="max-h-[min(60dvh,28rem)] overflow-y-auto overscroll-contain p-2">
          {shown.map((group) => (
            <Command.Group
              key={group.title}
              heading={group.title}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
            >
              {group.items.map((item) => (
                <Command.Item
                  key={item.href}
                  value={item.href}
                  onSelect={() => go(item.href)}
                  className="flex min-h-10 cursor-pointer flex-wrap items-center gap-x-3 rounded-md px-2 py-1.5 aria-selected:bg-selected"
                >
                  <span className="min-w-0 truncate">{item.label}</span>
                  {item.detail && <span className="ms-auto truncate text-xs text-ink-2">{item.detail}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {shown.length === 0 && state !== "searching" && (
            <p className="px-2 py-6 text-center text-ink-2">
              {t(state === "failed" ? "failed" : "nothing", { words })}
            </p>
          )}
        </Command.List>
      </Command>
    </dialog>
  );
}
