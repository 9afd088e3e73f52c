"use server";

import { action } from "@/server/action";
import { logContact } from "./use-cases/log-contact";
import { lookAtPartner } from "./use-cases/look-at-partner";
import { saveContacts } from "./use-cases/save-contacts";

export const logContactAction = action(logContact);
export const saveContactsAction = action(saveContacts);
export const lookAtPartnerAction = action(lookAtPartner);
