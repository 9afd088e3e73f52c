"use server";

import { action } from "@/server/action";
import { acknowledgePolicy } from "./use-cases/acknowledge-policy";
import { checkDraft } from "./use-cases/check-draft";
import { publishPolicy } from "./use-cases/publish-policy";
import { saveDraft } from "./use-cases/save-draft";
import { saveFigures } from "./use-cases/save-figures";
import { startDraft } from "./use-cases/start-draft";

export const acknowledgePolicyAction = action(acknowledgePolicy);
export const checkDraftAction = action(checkDraft);
export const publishPolicyAction = action(publishPolicy);
export const savePolicyDraftAction = action(saveDraft);
export const savePolicyFiguresAction = action(saveFigures);
export const startPolicyDraftAction = action(startDraft);
