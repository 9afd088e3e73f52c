export { timeToFirstDeal } from "./metrics";
export { findPartnerStanding, type PartnerStanding } from "./repository";
