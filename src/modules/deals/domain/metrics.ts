import type { MetricDefinition } from "@/kernel/metric";

/** The figures this module can answer for. Formulas in words are in the message files. */
export const dealMetrics = {
  sourcedRevenue: {
    id: "MET-01",
    version: 1,
    title: "metrics.sourcedRevenue.title",
    formula: "metrics.sourcedRevenue.formula",
    unit: "money",
    direction: "up",
    timing: "lagging",
  },
  openPipeline: {
    id: "pipeline.open",
    version: 1,
    title: "metrics.openPipeline.title",
    formula: "metrics.openPipeline.formula",
    unit: "money",
    direction: "up",
    timing: "leading",
  },
  protectedPipeline: {
    id: "pipeline.protected",
    version: 1,
    title: "metrics.protectedPipeline.title",
    formula: "metrics.protectedPipeline.formula",
    unit: "money",
    direction: "up",
    timing: "leading",
  },
  winRate: {
    id: "MET-25",
    version: 1,
    title: "metrics.winRate.title",
    formula: "metrics.winRate.formula",
    unit: "ratio",
    direction: "up",
    timing: "lagging",
  },
  decisionTurnaround: {
    id: "decision.turnaround",
    version: 2,
    title: "metrics.decisionTurnaround.title",
    formula: "metrics.decisionTurnaround.formula",
    unit: "hours",
    direction: "down",
    timing: "leading",
  },
  approvalRate: {
    id: "decision.approval_rate",
    version: 1,
    title: "metrics.approvalRate.title",
    formula: "metrics.approvalRate.formula",
    unit: "ratio",
    direction: "up",
    timing: "leading",
  },
  reportedWins: {
    id: "wins.reported",
    version: 1,
    title: "metrics.reportedWins.title",
    formula: "metrics.reportedWins.formula",
    unit: "money",
    direction: "up",
    timing: "leading",
  },
  importedWins: {
    id: "wins.imported",
    version: 1,
    title: "metrics.importedWins.title",
    formula: "metrics.importedWins.formula",
    unit: "money",
    direction: "up",
    timing: "lagging",
  },
} as const satisfies Record<string, MetricDefinition>;

export type DealMetric = keyof typeof dealMetrics;
