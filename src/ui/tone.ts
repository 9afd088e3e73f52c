/** The four meanings of colour, and none. */
export type Tone = "positive" | "warning" | "critical" | "info" | "neutral";

export const toneInk: Record<Tone, string> = {
  positive: "text-positive-ink",
  warning: "text-warning-ink",
  critical: "text-critical-ink",
  info: "text-info-ink",
  neutral: "text-ink-2",
};

export const toneSoft: Record<Tone, string> = {
  positive: "bg-positive-soft text-positive-ink",
  warning: "bg-warning-soft text-warning-ink",
  critical: "bg-critical-soft text-critical-ink",
  info: "bg-info-soft text-info-ink",
  neutral: "bg-hover text-ink-2",
};
