"use server";

import { action } from "@/server/action";
import { logContact } from "./use-cases/log-contact";

export const logContactAction = action(logContact);
