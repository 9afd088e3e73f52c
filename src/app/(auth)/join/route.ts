import { acceptInvitation } from "@/modules/people/use-cases/accept-invitation";
import { answer } from "@/server/answer";
import { publicRoute } from "@/server/route";

/** Somebody accepts an invitation: the link they carry is what authorises it. */
export const POST = publicRoute((request) => answer(acceptInvitation, request));
