export {
  decisionTurnaround,
  type Figure,
  type MetricPeriod,
  openPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "./metrics";
