"use server";

import { action } from "@/server/action";
import { chooseColumns } from "./use-cases/choose-columns";
import { deleteView } from "./use-cases/delete-view";
import { saveView } from "./use-cases/save-view";
import { startBulk } from "./use-cases/start-bulk";

export const saveViewAction = action(saveView);
export const deleteViewAction = action(deleteView);
export const chooseColumnsAction = action(chooseColumns);
export const startBulkAction = action(startBulk);
