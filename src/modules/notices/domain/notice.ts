import { type Role, type Side, sideOf } from "@/kernel/actor";

export const mailChoices = ["at_once", "digest", "off"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** What a person may want to be told of, or not; `roles` are those it can concern, `mail` is what is usual. */
export type NoticeKind = { readonly id: string; readonly roles: readonly Role[]; readonly mail: MailChoice };

/**
 * Whom an event concerns: people by their relation to what it is about, the closest first, each with the kind it is for them.
 * `shows` are the facts beside the words, by the names of their parameters.
 */
export type NoticeRule<Relation extends string = string> = {
  readonly tells: readonly { readonly who: Relation; readonly kind: string }[];
  readonly shows: readonly string[];
};

/** People by their relation to the subject of an event. */
export type Concerned<Relation extends string = string> = Readonly<Record<Relation, readonly string[]>>;

export type Recipient = { readonly personId: string; readonly because: string; readonly kind: string };

/** Who is told of an event, and why: each person once, by the closest relation, and nobody of their own act. */
export function recipientsOf<Relation extends string>(
  rule: NoticeRule<Relation>,
  concerned: Concerned<Relation>,
  actorId: string | null,
): Recipient[] {
  const found = new Map<string, Recipient>();
  for (const { who, kind } of rule.tells) {
    for (const personId of concerned[who]) {
      if (personId !== actorId && !found.has(personId)) found.set(personId, { personId, because: who, kind });
    }
  }
  return [...found.values()];
}

/**
 * Whether a person of a side may be told: what only the vendor reads is never told to a partner, nor what is of one company to
 * another. What is of no company and for all is an announcement.
 */
export function mayBeTold(
  event: { readonly audience: string; readonly partnerId: string | null },
  person: { readonly partnerId: string | null },
): boolean {
  if (person.partnerId === null) return true;
  return event.audience === "all" && (event.partnerId === null || event.partnerId === person.partnerId);
}

/** The kinds that can concern somebody with these roles, in the order they were declared. */
export function kindsFor(kinds: readonly NoticeKind[], roles: readonly Role[], side: Side): NoticeKind[] {
  return kinds.filter((kind) => kind.roles.some((role) => roles.includes(role) && sideOf(role) === side));
}
