import { type RefObject, useEffect, useRef, useState } from "react";

const typing = "input:not([type='checkbox']), textarea, select, [contenteditable]:not([contenteditable='false'])";

/** The row after or before the current one; from nowhere the first. */
export function nextRow(pressed: string, at: number, count: number): number | undefined {
  const key = pressed.toLowerCase();
  if (count === 0) return undefined;
  if (key === "j") return Math.min(at + 1, count - 1);
  if (key === "k") return Math.max(at - 1, 0);
  return undefined;
}

/**
 * j and k move through the rows of a table, and Enter opens the current one; x chooses it or leaves it out again, and with
 * Shift j and k choose what they pass. The focus moves to the link of the row, so a reader's software says where it is. Whoever types, holds
 * another modifier or has a dialog open is left alone.
 */
export function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  enabled: boolean,
  onChoose: (ids: readonly string[], how: "toggle" | "add") => void,
) {
  const [current, setCurrent] = useState<string>();
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      if (!table.current || document.querySelector("dialog[open]")) return;
      const links = [...table.current.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
      const at = links.findIndex((link) => link.dataset.row === current);
      if (event.key === "Enter") {
        if (event.target === document.body) links[at]?.click();
        return;
      }
      const here = current ?? links[0]?.dataset.row;
      if (event.key === "x" && here) choose.current([here], "toggle");
      const next = links[nextRow(event.key, at, links.length) ?? -1];
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) choose.current([here ?? "", next.dataset.row ?? ""], "add");
      next.focus({ preventScroll: true });
      next.closest("tr")?.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [table, enabled, current]);

  return { current, setCurrent };
}
