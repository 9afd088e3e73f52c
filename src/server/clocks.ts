import { z } from "zod";
import { type BusinessCalendar, businessMinutesBetween } from "@/kernel/calendar";
import { type PlainDate, plainDate } from "@/kernel/dates";
import type { Prisma, Tx } from "./db";

export type NewClock = {
  readonly id: string;
  readonly subjectId: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly budgetMinutes?: number;
  /** Which stage of a deadline it measures. */
  readonly stage?: string;
  readonly consequence: string;
};

/** Starts a clock. The database allows one running clock of a kind per subject. */
export async function startClock(tx: Tx, clock: NewClock): Promise<void> {
  await tx.clock.create({
    data: { ...clock, budgetMinutes: clock.budgetMinutes ?? null, stage: clock.stage ?? null },
    select: { id: true },
  });
}

/** The stages of a deadline begin together, and the last of them is due last. */
export const newestFirst = [
  { startedAt: "desc" },
  { dueAt: "desc" },
] as const satisfies Prisma.ClockOrderByWithRelationInput[];

/** Stops the running clock of a kind, if one runs; what it had to do will not happen. Returns when it had started. */
export async function stopClock(tx: Tx, subjectId: string, kind: string, now: Date): Promise<Date | null> {
  const running = await tx.clock.findFirst({
    where: { subjectId, kind, stoppedAt: null },
    orderBy: [...newestFirst],
    select: { id: true, startedAt: true },
  });
  if (!running) return null;
  await tx.clock.updateMany({ where: { id: running.id, stoppedAt: null, firedAt: null }, data: { stoppedAt: now } });
  return running.startedAt;
}

/** Claims a due clock: true for exactly one caller, who then does what it is there for. */
export async function fireClock(tx: Tx, clockId: string, now: Date): Promise<boolean> {
  const { count } = await tx.clock.updateMany({
    where: { id: clockId, stoppedAt: null, firedAt: null, dueAt: { lte: now } },
    data: { firedAt: now },
  });
  return count === 1;
}

export type ClockState = { readonly stage: string | null; readonly startedAt: Date; readonly dueAt: Date };

/** What a clock measures. */
export function findClock(tx: Tx, id: string): Promise<ClockState> {
  return tx.clock.findUniqueOrThrow({ where: { id }, select: { stage: true, startedAt: true, dueAt: true } });
}

export type DueClock = { readonly id: string; readonly subjectId: string };

/** Clocks of a kind that are due and have neither fired nor stopped, oldest first. */
export function dueClocks(tx: Tx, kind: string, now: Date, most: number): Promise<DueClock[]> {
  return tx.clock.findMany({
    where: { kind, stoppedAt: null, firedAt: null, dueAt: { lte: now } },
    orderBy: { dueAt: "asc" },
    take: most,
    select: { id: true, subjectId: true },
  });
}

const hours = z.record(z.string(), z.tuple([z.string(), z.string()]).nullable());

type StoredCalendar = { readonly zone: string; readonly hours: unknown; readonly holidays: readonly Date[] };

/** A stored calendar as the kernel counts in it. */
export function asCalendar(row: StoredCalendar): BusinessCalendar {
  const parsed = hours.parse(row.hours);
  const of = (weekday: number) => parsed[String(weekday)] ?? null;
  return {
    zone: row.zone,
    hours: { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) },
    holidays: row.holidays.map((holiday) => toPlainDate(holiday)),
  };
}

export const ownCalendarRowSchema = z.strictObject({ partner_id: z.uuid(), calendar_id: z.uuid() });

/** The calendars of partners whose region, or one above it, has its own; the nearest counts. */
async function ownCalendars(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, string>> {
  if (partnerIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<z.infer<typeof ownCalendarRowSchema>[]>`
    with recursive above (partner_id, id, distance) as (
      select p.id, p.region_id, 0 from partner p where p.id = any (${[...partnerIds]}::uuid[])
      union all select a.partner_id, r.parent_id, a.distance + 1 from region r join above a on r.id = a.id where r.parent_id is not null
    ) select distinct on (a.partner_id) a.partner_id, c.id as calendar_id
      from above a join business_calendar c on c.region_id = a.id and c.retired_at is null order by a.partner_id, a.distance`;
  return new Map(rows.map((row) => [row.partner_id, row.calendar_id]));
}

/** The business calendar each of these partners' deadlines are counted in: that of its region where it has one, else the default. */
export async function businessCalendars(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<(partnerId: string) => BusinessCalendar> {
  const own = await ownCalendars(tx, partnerIds);
  const rows = await tx.businessCalendar.findMany({
    where: { OR: [{ isDefault: true }, { id: { in: [...own.values()] } }] },
  });
  const byId = new Map(rows.map((row) => [row.id, asCalendar(row)]));
  const usual = byId.get(rows.find((row) => row.isDefault)?.id ?? "");
  if (!usual) throw new Error("the installation has no calendar that counts by default");
  return (partnerId) => byId.get(own.get(partnerId) ?? "") ?? usual;
}

/** The business calendar a partner's deadlines are counted in; without a partner the default one. */
export async function businessCalendar(tx: Tx, partnerId?: string): Promise<BusinessCalendar> {
  return (await businessCalendars(tx, partnerId ? [partnerId] : []))(partnerId ?? "");
}

/** A date column as a calendar day. Prisma hands dates over as midnight UTC. */
export function toPlainDate(value: Date): PlainDate {
  return plainDate(value.toISOString().slice(0, 10));
}

/** A calendar day as Prisma takes it for a date column. */
export function fromPlainDate(day: PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Business minutes a clock has run, for turnaround figures. */
export function minutesOnClock(calendar: BusinessCalendar, startedAt: Date | null, now: Date): number {
  return startedAt ? businessMinutesBetween(calendar, startedAt, now) : 0;
}
