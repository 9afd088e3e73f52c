"use server";

import { action } from "@/server/action";
import { logContact } from "./use-cases/log-contact";
import { lookAtPartner } from "./use-cases/look-at-partner";
import { saveContacts } from "./use-cases/save-contacts";
import { saveUsualContacts } from "./use-cases/save-usual-contacts";

export const logContactAction = action(logContact);
export const saveContactsAction = action(saveContacts);
export const saveUsualContactsAction = action(saveUsualContacts);
export const lookAtPartnerAction = action(lookAtPartner);
