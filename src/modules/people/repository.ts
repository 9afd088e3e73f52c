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

/** A person's name, as far as the actor may see the person. */
export async function personName(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.person.findUnique({ where: { id }, select: { name: true } });
  return row?.name ?? null;
}
