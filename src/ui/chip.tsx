import type { ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Icon, type IconName } from "@/ui/icon";
import { type Tone, toneSoft } from "@/ui/tone";

export type ChipProps = {
  /** `outline` is for a word without a meaning of its own, such as a sales stage. */
  tone?: Tone | "outline";
  icon: IconName;
  children: ReactNode;
};

/** The state of a thing: icon and word. Colour never carries the meaning alone. */
export function Chip({ tone = "neutral", icon, children }: ChipProps) {
  return (
    <span
      className={classes(
        "inline-flex h-6 items-center gap-1.25 rounded-md ps-1.5 pe-2 text-xs whitespace-nowrap",
        tone === "outline" ? "text-ink-2 inset-ring inset-ring-line-strong" : classes("font-strong", toneSoft[tone]),
      )}
    >
      <Icon name={icon} size="sm" />
      {children}
    </span>
  );
}
