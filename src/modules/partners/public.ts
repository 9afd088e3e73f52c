export { findPartnerStanding, type PartnerStanding } from "./repository";
