import { withActor } from "@/server/db";
import { installation } from "@/server/exchange";
import { verified } from "@/server/signature";
import { type InvitationState, invitationState } from "../domain/invitation";
import { invitationLink } from "../domain/links";
import { invitationBehind } from "../repository/invitations";

export type Joining = {
  readonly state: InvitationState;
  readonly name: string;
  readonly email: string;
  readonly inviter: string;
  readonly organisation: string;
  readonly expiresAt: Date;
};

/** What an invitation's link opens; null where it is no link of ours, or an earlier one. */
export async function joining(token: string, now: Date): Promise<Joining | null> {
  const value = verified(invitationLink.purpose, token);
  if (value === null) return null;
  return withActor({ kind: "system", cause: "link" }, async (tx) => {
    const invitation = await invitationBehind(tx, value);
    if (!invitation) return null;
    const { name, email, partner, invitedBy, expiresAt } = invitation;
    const organisation = partner?.tradingName ?? (await installation(tx)).vendorName;
    const state = invitationState(invitation, now);
    return { state, name, email, inviter: invitedBy.name, organisation, expiresAt };
  });
}
