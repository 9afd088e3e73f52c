"use server";

import { action } from "@/server/action";
import { readAll } from "./use-cases/read-all";
import { savePreferences } from "./use-cases/save-preferences";

export const readAllAction = action(readAll);
export const savePreferencesAction = action(savePreferences);
