export { registrationContract, registrationFacts, registrationPolicyKind } from "./facts";
export {
  decisionTurnaround,
  type Figure,
  importedWins,
  type MetricPeriod,
  openPipeline,
  protectedPipeline,
  reportedWins,
  revenueByMonth,
  revenueByRegion,
  sourcedRevenue,
  winRate,
} from "./metrics";

export { completeDeals, dealImport, dealProblems, dealRecognition, stageWords } from "./presets/deal-import";
export { dealTarget } from "./presets/deal-target";
export { productLineTarget } from "./presets/product-line-target";
export { type ProtectedDeal, protectedDeals } from "./repository";
