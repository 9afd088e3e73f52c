import { type RefObject, useEffect, useState } from "react";

const typing = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** The row after or before the current one; from nowhere the first. */
export function nextRow(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === "j") return Math.min(at + 1, count - 1);
  if (key === "k") return Math.max(at - 1, 0);
  return undefined;
}

/**
 * j and k move through the rows of a table, and Enter opens the current one. The focus moves to the link of the row, so
 * a reader's software says where it is. Whoever types, holds a modifier or has a dialog open is left alone.
 */
export function useRowKeys(table: RefObject<HTMLTableElement | null>, enabled: boolean) {
  const [current, setCurrent] = useState<string>();

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
      const next = links[nextRow(event.key, at, links.length) ?? -1];
      if (!next) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.closest("tr")?.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [table, enabled, current]);

  return { current, setCurrent };
}
