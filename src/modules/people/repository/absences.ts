import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate, toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

export type Absence = {
  readonly id: string;
  readonly personId: string;
  readonly coverId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** When somebody is away from a day on, with who stands in; the nearest first. */
export async function absencesOf(tx: Tx, personId: string, since: PlainDate): Promise<Absence[]> {
  const rows = await tx.cover.findMany({
    where: { personId, endsOn: { gte: fromPlainDate(since) } },
    orderBy: { startsOn: "asc" },
  });
  return rows.map(({ startsOn, endsOn, ...row }) => ({ ...row, from: toPlainDate(startsOn), to: toPlainDate(endsOn) }));
}

/** Writes an absence. Runs as the system. */
export async function insertAbsence(tx: Tx, { from, to, ...row }: Absence): Promise<void> {
  await tx.cover.create({
    data: { ...row, startsOn: fromPlainDate(from), endsOn: fromPlainDate(to) },
    select: { id: true },
  });
}

/** Lets an absence end the day before; one that has not begun by then is taken away. Runs as the system. */
export async function endAbsenceOn(tx: Tx, id: string, day: PlainDate): Promise<void> {
  await tx.$executeRaw`select entente.end_absence(${id}::uuid, ${day}::date)`;
}

/** Lets who looks after whom follow the absences of the day. Runs as the system. */
export async function followAbsences(tx: Tx): Promise<void> {
  await tx.$executeRaw`select entente.rebuild_vendor_scope()`;
}
