"use server";

import { action } from "@/server/action";
import { changeRoles } from "./use-cases/change-roles";
import { disablePerson } from "./use-cases/disable-person";
import { enablePerson } from "./use-cases/enable-person";
import { invite } from "./use-cases/invite";
import { resendInvitation } from "./use-cases/resend-invitation";
import { withdrawInvitation } from "./use-cases/withdraw-invitation";

export const inviteAction = action(invite);
export const resendInvitationAction = action(resendInvitation);
export const withdrawInvitationAction = action(withdrawInvitation);
export const changeRolesAction = action(changeRoles);
export const disablePersonAction = action(disablePerson);
export const enablePersonAction = action(enablePerson);
