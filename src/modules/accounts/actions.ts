"use server";

import { action } from "@/server/action";
import { nameAccount } from "./use-cases/name-account";
import { unnameAccount } from "./use-cases/unname-account";

export const nameAccountAction = action(nameAccount);
export const unnameAccountAction = action(unnameAccount);
