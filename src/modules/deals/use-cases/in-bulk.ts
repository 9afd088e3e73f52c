import { type BulkActions, bulkAction } from "@/modules/lists/public";
import { approveDeal } from "./approve-deal";
import { rejectDeal } from "./reject-deal";
import { withdrawDeal } from "./withdraw-deal";

/** What can be done with many deals at once: in the queue of the vendor, and by a partner with its own. */
export const dealsInBulk: BulkActions = {
  "deals-to-decide": {
    approve: bulkAction(approveDeal, ({ id, version }, { note = "" }) => ({ dealId: id, version, note })),
    reject: bulkAction(rejectDeal, ({ id, version }, { reason, note }) => ({ dealId: id, version, reason, note })),
  },
  "own-deals": {
    withdraw: bulkAction(withdrawDeal, ({ id, version }) => ({ dealId: id, version })),
  },
};
