import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate, toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

/** Everybody who holds a role now, who has had it longest first; of those who got it together the one with the smaller id. */
export async function peopleWithRole(tx: Tx, role: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { role, endedAt: null, person: { disabledAt: null } },
    orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
    select: { personId: true },
  });
  return rows.map((row) => row.personId);
}

/** Who covers whom on a day. */
export async function coversOn(tx: Tx, day: PlainDate) {
  const rows = await tx.cover.findMany({
    where: { startsOn: { lte: fromPlainDate(day) }, endsOn: { gte: fromPlainDate(day) } },
    select: { personId: true, coverId: true, startsOn: true, endsOn: true },
  });
  return rows.map((row) => ({ ...row, from: toPlainDate(row.startsOn), to: toPlainDate(row.endsOn) }));
}

/** Who decides registrations. */
const deciders = ["channel_manager", "program_owner"];

/** Those of some people who may decide nothing any more: disabled, or without a role that decides. */
export async function cannotDecide(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const able = await tx.person.findMany({
    where: {
      id: { in: [...ids] },
      disabledAt: null,
      memberships: { some: { endedAt: null, role: { in: deciders } } },
    },
    select: { id: true },
  });
  return ids.filter((id) => !able.some((person) => person.id === id));
}

/** A person's name, as far as the actor may see the person. */
export async function personName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.person.findUnique({ where: { id }, select: { name: true } });
  return row?.name ?? null;
}

export type NewPerson = {
  readonly id: string;
  readonly partnerId: string | null;
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly locale: string;
  readonly zone: string;
  /** Known to partners as somebody to turn to. */
  readonly isContact: boolean;
  readonly createdAt: Date;
};

/** Writes a person. Runs as the system. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<void> {
  await tx.person.create({ data: person, select: { id: true } });
}

export type PersonChanges = Partial<
  Readonly<Record<"name" | "title" | "phone" | "locale" | "zone", string>> & { readonly isContact: boolean }
>;

/** Changes what a person says of themselves. Runs as the system. */
export async function savePerson(tx: Tx, id: string, changes: PersonChanges): Promise<void> {
  await tx.person.update({ where: { id }, data: changes, select: { id: true } });
}
