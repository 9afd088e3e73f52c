"use server";

import { action } from "@/server/action";
import { checkImport } from "./use-cases/check-import";
import { commitImport } from "./use-cases/commit-import";
import { discardImport } from "./use-cases/discard-import";
import { undoImport } from "./use-cases/undo-import";

export const checkImportAction = action(checkImport);
export const commitImportAction = action(commitImport);
export const discardImportAction = action(discardImport);
export const undoImportAction = action(undoImport);
