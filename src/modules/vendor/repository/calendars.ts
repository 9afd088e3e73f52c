import { z } from "zod";
import type { PlainDate } from "@/kernel/dates";
import { fromPlainDate, toPlainDate } from "@/server/clocks";
import type { Tx } from "@/server/db";
import type { Week } from "../domain/week";

type Content = {
  readonly name: string;
  readonly zone: string;
  readonly regionId: string | null;
  readonly week: Week;
};

/** Adds a calendar where version 0 says it is new, else saves it over the version that was read. */
export async function saveCalendarRow(tx: Tx, id: string, version: number, content: Content): Promise<boolean> {
  const { week, ...rest } = content;
  const data = { ...rest, hours: Object.fromEntries(Object.entries(week)) };
  const { count } =
    version === 0
      ? await tx.businessCalendar.createMany({ data: { id, ...data, holidays: [] }, skipDuplicates: true })
      : await tx.businessCalendar.updateMany({
          where: { id, version, retiredAt: null },
          data: { ...data, version: { increment: 1 } },
        });
  return count === 1;
}

export type KeptCalendar = {
  readonly isDefault: boolean;
  readonly name: string;
  readonly version: number;
  readonly holidays: readonly PlainDate[];
  readonly holidayNames: Readonly<Record<string, string>>;
};

const names = z.record(z.string(), z.string());

export async function findCalendar(tx: Tx, id: string): Promise<KeptCalendar | null> {
  const row = await tx.businessCalendar.findFirst({
    where: { id, retiredAt: null },
    select: { isDefault: true, name: true, version: true, holidays: true, holidayNames: true },
  });
  return row && { ...row, holidays: row.holidays.map(toPlainDate), holidayNames: names.parse(row.holidayNames) };
}

/** Whether another calendar speaks for a region already. */
export async function isRegionCovered(tx: Tx, id: string, regionId: string): Promise<boolean> {
  return (await tx.businessCalendar.count({ where: { id: { not: id }, regionId, retiredAt: null } })) > 0;
}

export async function saveHolidays(
  tx: Tx,
  id: string,
  version: number,
  holidays: readonly PlainDate[],
  holidayNames: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { count } = await tx.businessCalendar.updateMany({
    where: { id, version, retiredAt: null },
    data: { holidays: holidays.map(fromPlainDate), holidayNames, version: { increment: 1 } },
  });
  return count === 1;
}

export async function retireCalendarRow(tx: Tx, id: string, version: number, now: Date): Promise<boolean> {
  const { count } = await tx.businessCalendar.updateMany({
    where: { id, version, retiredAt: null, isDefault: false },
    data: { retiredAt: now, version: { increment: 1 } },
  });
  return count === 1;
}
