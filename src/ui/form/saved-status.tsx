import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import RefreshCw from "lucide-react/icons/refresh-cw";
import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Glyph } from "@/ui/glyph";
import type { SaveState } from "./use-autosave";

const shapes = { idle: null, saving: RefreshCw, saved: Check, failed: CircleAlert };

/** Whether what was typed is kept, in words; said aloud when it changes. */
export function SavedStatus({ state, children }: { state: SaveState; children: ReactNode }) {
  const shape = shapes[state];
  return (
    <span
      role="status"
      className={classes("inline-flex items-center gap-1.5", state === "failed" ? "text-critical-ink" : "text-ink-2")}
    >
      {shape && <Glyph shape={shape} size="sm" />}
      {children}
    </span>
  );
}
