"use client";

import { useEffect, useRef, useState } from "react";

export type SaveState = "idle" | "saving" | "saved" | "failed";

type Given<Values> = {
  values: Values;
  /** True when it was kept. */
  save: (values: Values) => Promise<boolean>;
  delay?: number;
  enabled?: boolean;
};

/**
 * Saves what is typed a moment after the last change, and at once when a field or the page is left. Never two saves at once:
 * what changed meanwhile is saved after. A failed save is tried
 * again with the next change or the next field left.
 */
export function useAutosave<Values>({ values, save, delay = 900, enabled = true }: Given<Values>): SaveState {
  const [state, setState] = useState<SaveState>("idle");
  const text = JSON.stringify(values);
  const kept = useRef(text);
  const latest = useRef({ values, save, text, enabled });
  latest.current = { values, save, text, enabled };
  const busy = useRef(false);
  const run = useRef(async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    while (latest.current.enabled && latest.current.text !== kept.current) {
      const now = latest.current;
      setState("saving");
      const worked = await now.save(now.values).catch(() => false);
      if (!worked) {
        setState("failed");
        break;
      }
      kept.current = now.text;
      setState("saved");
    }
    busy.current = false;
  }).current;

  useEffect(() => {
    if (!enabled || text === kept.current) return;
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  }, [text, delay, enabled, run]);

  useEffect(() => {
    // Another window taking the focus leaves no field.
    const onFieldLeft = () => document.hasFocus() && run();
    document.addEventListener("focusout", onFieldLeft);
    window.addEventListener("pagehide", run);
    return () => {
      document.removeEventListener("focusout", onFieldLeft);
      window.removeEventListener("pagehide", run);
    };
  }, [run]);

  return state;
}
