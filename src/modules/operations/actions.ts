"use server";

import { action } from "@/server/action";
import { retryDelivery } from "./use-cases/retry-deliveries";
import { retryMail } from "./use-cases/retry-mails";

export const retryDeliveriesAction = action(retryDelivery);
export const retryMailsAction = action(retryMail);
