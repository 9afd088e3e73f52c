export { timeToFirstDeal } from "./metrics";
export { partnerImport } from "./presets/partner-import";
export { partnerTarget } from "./presets/partner-target";
export { regionTarget } from "./presets/region-target";
export { type Callable, callableFor, findPartnerStanding, type PartnerStanding } from "./repository";
