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
 * Saves what is typed a moment after the last change. Never two saves at once: what changed meanwhile is saved after. A failed
 * save is tried again with the next change.
 */
export function useAutosave<Values>({ values, save, delay = 900, enabled = true }: Given<Values>): SaveState {
  const [state, setState] = useState<SaveState>("idle");
  const text = JSON.stringify(values);
  const kept = useRef(text);
  const latest = useRef({ values, save, text });
  latest.current = { values, save, text };
  const busy = useRef(false);

  useEffect(() => {
    if (!enabled || text === kept.current) return;
    async function run(): Promise<void> {
      if (busy.current) return;
      busy.current = true;
      while (latest.current.text !== kept.current) {
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
    }
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  }, [text, delay, enabled]);

  return state;
}
