/** How long the link of an invitation opens, and how long that of a new password. */
export const invitationDays = 14;
export const resetMinutes = 60;

export type InvitationState = "open" | "expired" | "accepted" | "withdrawn";

type Facts = { readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null; readonly expiresAt: Date };

/** Where an invitation stands at a moment. */
export function invitationState({ acceptedAt, withdrawnAt, expiresAt }: Facts, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (withdrawnAt) return "withdrawn";
  return expiresAt > now ? "open" : "expired";
}

const minute = 60_000;

/** Until when a link opens that is sent now. */
export const opensUntil = (now: Date): Date => new Date(now.getTime() + invitationDays * 24 * 60 * minute);
export const resetsUntil = (now: Date): Date => new Date(now.getTime() + resetMinutes * minute);

/** What the link of an invitation carries: which one, and which of its mails. */
export const linkValue = (id: string, number: number): string => `${id}.${number}`;

/** The invitation and the mail a link names; null where it is no such link. */
export function linkParts(value: string): { id: string; number: number } | null {
  const [, id, number] = /^([0-9a-f-]{36})\.(\d{1,6})$/.exec(value) ?? [];
  return id && number ? { id, number: Number(number) } : null;
}
