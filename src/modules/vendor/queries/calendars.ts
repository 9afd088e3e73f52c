import { z } from "zod";
import type { BusinessCalendar } from "@/kernel/calendar";
import type { PlainDate } from "@/kernel/dates";
import { asCalendar, toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";

export type ListedCalendar = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly zone: string;
  readonly region: { readonly id: string; readonly name: string } | null;
  readonly version: number;
  readonly calendar: BusinessCalendar;
  readonly holidays: readonly { readonly day: PlainDate; readonly name: string }[];
};

const names = z.record(z.string(), z.string());

/** The calendars deadlines are counted in, the default one first. */
export async function listCalendars(tx: Tx): Promise<ListedCalendar[]> {
  const rows = await tx.businessCalendar.findMany({
    where: { retiredAt: null },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    include: { region: { select: { id: true, name: true } } },
  });
  return rows.map((row) => {
    const said = names.parse(row.holidayNames);
    const days = row.holidays.map(toPlainDate).toSorted();
    return {
      id: row.id,
      name: row.name,
      isDefault: row.isDefault,
      zone: row.zone,
      region: row.region,
      version: row.version,
      calendar: asCalendar(row),
      holidays: days.map((day) => ({ day, name: said[day] ?? "" })),
    };
  });
}
