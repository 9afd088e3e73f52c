import { given } from "@/modules/notices/domain/params";
import { type LinkSource, type NoticeSource, queueLink } from "@/modules/notices/public";
import type { Reaction } from "@/server/deliveries";
import { installation } from "@/server/exchange";
import { invitationState, linkValue } from "./domain/invitation";
import { invitationLink, resetLink } from "./domain/links";
import { personNoticeKinds, personNoticeRules } from "./domain/notices";
import { invitationBehind } from "./repository/invitations";
import { resetOf } from "./repository/resets";

/** Whom an invitation goes to, and its words. */
const invitations: LinkSource = {
  ...invitationLink,
  async read(tx, value, now) {
    const invitation = await invitationBehind(tx, value);
    if (!invitation || invitationState(invitation, now) !== "open") return null;
    const { name, email, locale, zone, partner, invitedBy, expiresAt } = invitation;
    return {
      to: { name, address: email, locale, zone },
      params: {
        name,
        inviter: invitedBy.name,
        organisation: partner?.tradingName ?? (await installation(tx)).vendorName,
        expires: { at: expiresAt.toISOString() },
      },
    };
  },
};

/** Who asked for a new password, while the link still opens. */
const resets: LinkSource = {
  ...resetLink,
  async read(tx, value, now) {
    const reset = await resetOf(tx, value, now);
    if (!reset) return null;
    const { name, email, locale, zone, expires_at } = reset;
    return { to: { name, address: email, locale, zone }, params: { name, expires: { at: expires_at.toISOString() } } };
  },
};

export const personLinks: readonly LinkSource[] = [invitations, resets];

/** People are told what a colleague did about their account. */
export const personNotices: NoticeSource = {
  kinds: personNoticeKinds,
  rules: personNoticeRules,
  async tell(_, { subjectId, actorName }) {
    return { concerned: { subject: [subjectId] }, params: given({ actor: actorName }) };
  },
};

/** Sends each link that an event brought about. */
export const sendLinks: Reaction = async ({ tx, now, newId }, { type, subjectId, data }) => {
  if (type === "person.invited" && typeof data.number === "number") {
    const value = linkValue(subjectId, data.number);
    await queueLink(tx, { id: newId(), personId: null, purpose: invitationLink.purpose, value, now });
  }
  if (type === "person.resetAsked")
    await queueLink(tx, { id: newId(), personId: null, purpose: resetLink.purpose, value: subjectId, now });
};
