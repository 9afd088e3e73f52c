"use server";

import { action } from "@/server/action";
import { approveDeal } from "./use-cases/approve-deal";
import { changeStage } from "./use-cases/change-stage";
import { confirmWin } from "./use-cases/confirm-win";
import { rejectDeal } from "./use-cases/reject-deal";
import { reportLoss } from "./use-cases/report-loss";
import { reportWin } from "./use-cases/report-win";
import { returnDeal } from "./use-cases/return-deal";
import { saveDraft } from "./use-cases/save-draft";
import { submitDeal } from "./use-cases/submit-deal";
import { withdrawDeal } from "./use-cases/withdraw-deal";

export const saveDraftAction = action(saveDraft);
export const submitDealAction = action(submitDeal);
export const withdrawDealAction = action(withdrawDeal);
export const approveDealAction = action(approveDeal);
export const rejectDealAction = action(rejectDeal);
export const returnDealAction = action(returnDeal);
export const changeStageAction = action(changeStage);
export const reportWinAction = action(reportWin);
export const reportLossAction = action(reportLoss);
export const confirmWinAction = action(confirmWin);
