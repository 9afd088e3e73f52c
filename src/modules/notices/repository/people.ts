import { z } from "zod";
import { type PersonActor, partnerRoles, personActor, vendorRoles } from "@/kernel/actor";
import type { Tx } from "@/server/db";
import { type Hours, usualHours } from "../domain/hours";
import { type MailChoice, mailChoices } from "../domain/notice";

export type Choice = { readonly inbox: boolean; readonly mail: MailChoice };

/** Somebody who can be told something, with what they said about how. */
export type Addressee = {
  readonly id: string;
  readonly partnerId: string | null;
  readonly name: string;
  readonly address: string;
  readonly locale: string;
  readonly zone: string;
  /** By kind; what is not named is as usual. */
  readonly choices: ReadonlyMap<string, Choice>;
  readonly hours: Hours;
  /** The person as the one who asks; null where their roles are of the other side. */
  readonly actor: PersonActor | null;
};

const choice = z.enum(mailChoices);
const role = z.enum([...vendorRoles, ...partnerRoles]);

/** How somebody wants to be told of each kind, as far as they said so. */
export async function choicesOf(tx: Tx, personIds: readonly string[]) {
  const rows = await tx.noticePreference.findMany({ where: { personId: { in: [...personIds] } } });
  return rows.map((row) => ({ ...row, mail: choice.parse(row.mail) }));
}

/** When somebody wants mail; null where they never said. */
export async function hoursOf(tx: Tx, personId: string): Promise<Hours | null> {
  const row = await tx.noticeHours.findUnique({ where: { personId } });
  return row && toHours(row);
}

function toHours(row: { quietFrom: string | null; quietUntil: string | null; digestAt: string }): Hours {
  const quiet = row.quietFrom && row.quietUntil ? { from: row.quietFrom, until: row.quietUntil } : null;
  return { quiet, digestAt: row.digestAt };
}

/** Those of some people who are still with the program: not disabled, and with a role. */
export async function addressees(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
  if (ids.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: [...ids] }, disabledAt: null, memberships: { some: { endedAt: null } } },
    select: {
      id: true,
      partnerId: true,
      name: true,
      email: true,
      locale: true,
      zone: true,
      noticeHours: true,
      partner: { select: { sharesDeals: true } },
      memberships: { where: { endedAt: null }, select: { role: true } },
    },
  });
  const choices = await choicesOf(tx, ids);
  return new Map(
    people.map(({ email, noticeHours, partner, memberships, ...person }) => [
      person.id,
      {
        ...person,
        address: email,
        choices: new Map(choices.filter(({ personId }) => personId === person.id).map((row) => [row.kind, row])),
        hours: noticeHours ? toHours(noticeHours) : usualHours,
        actor: personActor({
          ...person,
          personId: person.id,
          roles: memberships.map(({ role: held }) => role.parse(held)),
          seesCompanyDeals: partner?.sharesDeals ?? false,
        }),
      },
    ]),
  );
}
