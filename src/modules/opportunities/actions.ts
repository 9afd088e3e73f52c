"use server";

import { action } from "@/server/action";
import { closeBreach } from "./use-cases/close-breach";
import { lookUpCustomer } from "./use-cases/look-up-customer";
import { openOpportunity } from "./use-cases/open-opportunity";

export const lookUpCustomerAction = action(lookUpCustomer);
export const openOpportunityAction = action(openOpportunity);
export const closeBreachAction = action(closeBreach);
