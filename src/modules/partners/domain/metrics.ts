import type { MetricDefinition } from "@/kernel/metric";

/** The figures this module can answer for. Formulas in words are in the message files. */
export const partnerMetrics = {
  timeToFirstDeal: {
    id: "MET-09a",
    version: 1,
    title: "metrics.timeToFirstDeal.title",
    formula: "metrics.timeToFirstDeal.formula",
    unit: "days",
    direction: "down",
    timing: "leading",
  },
} as const satisfies Record<string, MetricDefinition>;
