export {
  decisionTurnaround,
  type Figure,
  type MetricPeriod,
  openPipeline,
  protectedPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "./metrics";
