import type { BusinessCalendar } from "@/kernel/calendar";
import { usualWeek, type weekdays } from "../domain/week";
import type { CalendarForm } from "../schema";

type Values = CalendarForm & { version: number };

function weekValues(hours: BusinessCalendar["hours"]): CalendarForm["week"] {
  const of = (day: (typeof weekdays)[number]) => ({ from: hours[day]?.[0] ?? "", until: hours[day]?.[1] ?? "" });
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
}

/** What the form of a new calendar holds. */
export function emptyCalendar(id: string, zone: string): Values {
  return { id, version: 0, name: "", zone, regionId: "", week: weekValues(usualWeek) };
}

type Kept = { id: string; version: number; name: string; calendar: BusinessCalendar; region: { id: string } | null };

/** What the form of a calendar that is there holds. */
export function calendarValues({ id, version, name, calendar, region }: Kept): Values {
  return { id, version, name, zone: calendar.zone, regionId: region?.id ?? "", week: weekValues(calendar.hours) };
}
