export { customerImport, customerLink, customerPreset, customerWords } from "./presets/customer-import";
export { customerTarget } from "./presets/customer-target";
export { directOpportunityImport } from "./presets/direct-opportunity-import";
export {
  knownAccount,
  linkAccount,
  lockCustomer,
  markAsCustomer,
  openOpportunities,
  type RelatedAccount,
  type ResolvedAccount,
  relatedAccounts,
  resolveAccount,
} from "./repository";
export { namedAmong } from "./repository/named-accounts";
