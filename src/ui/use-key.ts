"use client";

import { useEffect, useRef } from "react";

/** A key means itself where something is typed, and nothing behind an open dialog. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const { target } = event;
  if (document.querySelector("dialog[open]")) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input:not([type=checkbox]), textarea, select") !== null)
  );
}

/** Does something when a single key is pressed anywhere on the page; without a key it does nothing. */
export function useKey(key: string | undefined, onPress: () => void): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    if (!key) return;
    function onKey(event: KeyboardEvent) {
      if (event.key !== key || isTaken(event)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [key]);
}
