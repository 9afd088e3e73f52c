import { resetPassword } from "@/modules/people/use-cases/reset-password";
import { answer } from "@/server/answer";
import { publicRoute } from "@/server/route";

/** Somebody sets a new password: the link they carry is what authorises it. */
export const POST = publicRoute((request) => answer(resetPassword, request));
