export {
  linkAccount,
  lockCustomer,
  markAsCustomer,
  openOpportunities,
  type RelatedAccount,
  type ResolvedAccount,
  relatedAccounts,
  resolveAccount,
} from "./repository";
