import type { PersonActor } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { type Hours, usualHours } from "../domain/hours";
import { kindsFor, type MailChoice, type NoticeKind } from "../domain/notice";
import { choicesOf, hoursOf } from "../repository/people";

export type Preference = { readonly kind: string; readonly inbox: boolean; readonly mail: MailChoice };
export type Preferences = { readonly kinds: readonly Preference[]; readonly hours: Hours };

/** How the reader is told of each kind that can concern them, and when mail may come. */
export async function preferencesOf(tx: Tx, actor: PersonActor, all: readonly NoticeKind[]): Promise<Preferences> {
  const said = await choicesOf(tx, [actor.personId]);
  const kinds = kindsFor(all, actor.roles, actor.side).map(({ id, mail }) => {
    const choice = said.find(({ kind }) => kind === id);
    return { kind: id, inbox: choice?.inbox ?? true, mail: choice?.mail ?? mail };
  });
  return { kinds, hours: (await hoursOf(tx, actor.personId)) ?? usualHours };
}
