import { useTranslations } from "next-intl";
import { addBusinessDays, addBusinessMinutes, type BusinessCalendar } from "@/kernel/calendar";
import type { PlainDate } from "@/kernel/dates";
import { formatDay, formatDayTime } from "@/ui/format/format";
import { KeyFacts } from "@/ui/key-facts";
import { Section } from "@/ui/section";
import { weekdays } from "../domain/week";
import type { CalendarProps } from "./calendar-forms";
import { calendarValues } from "./calendar-values";
import { AddHoliday, Confirm, EditCalendar, RemoveHoliday } from "./setting-actions";

type Listed = {
  id: string;
  name: string;
  isDefault: boolean;
  zone: string;
  region: { id: string; name: string } | null;
  version: number;
  calendar: BusinessCalendar;
  holidays: readonly { day: PlainDate; name: string }[];
};
type Reading = { locale: string; zone: string; now: Date; today: PlainDate; days: readonly string[] };
type Props = {
  calendar: Listed;
  /** Null where the reader may change nothing. */
  choices: Pick<CalendarProps, "zones" | "regions" | "days"> | null;
  reading: Reading;
};

const previewDays = 2;
const previewMinutes = 16 * 60;

/** A calendar: its hours, what becomes of a deadline that starts now, and the days nobody works. */
export function CalendarSection({ calendar, choices, reading }: Props) {
  const t = useTranslations("vendor.calendars");
  const { locale, now, today, days } = reading;
  const { id, version, name } = calendar;
  const hours = weekdays.map((day) => {
    const open = calendar.calendar.hours[day];
    return { label: days[day - 1] ?? "", value: open ? `${open[0]} – ${open[1]}` : t("closed") };
  });
  const at = (due: Date) => formatDayTime(due, locale, calendar.zone, { zoneName: true });
  const choiceOf = (holiday: Listed["holidays"][number]) => {
    const day = formatDay(holiday.day, locale, { year: true });
    return { value: holiday.day, label: holiday.name ? `${day}, ${holiday.name}` : day };
  };
  const coming = calendar.holidays.filter(({ day }) => day >= today);
  return (
    <Section
      title={
        calendar.isDefault
          ? t("defaultTitle", { name })
          : t("regionTitle", { name, region: calendar.region?.name ?? "" })
      }
      aside={calendar.zone.replaceAll("_", " ")}
      spaced
    >
      <div className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <KeyFacts facts={hours} />
        <div className="self-start rounded-md bg-sunken p-4">
          <h3>{t("preview")}</h3>
          <p className="mt-1.5">
            {t("previewDays", { days: previewDays, due: at(addBusinessDays(calendar.calendar, now, previewDays)) })}
          </p>
          <p className="mt-1.5">
            {t("previewHours", {
              hours: previewMinutes / 60,
              due: at(addBusinessMinutes(calendar.calendar, now, previewMinutes)),
            })}
          </p>
        </div>
      </div>
      {choices && (
        <div className="mt-3 flex flex-wrap gap-2">
          <EditCalendar values={calendarValues(calendar)} isDefault={calendar.isDefault} {...choices} />
          <AddHoliday id={id} version={version} />
          {coming.length > 0 && <RemoveHoliday id={id} version={version} days={coming.map(choiceOf)} />}
          {!calendar.isDefault && <Confirm verb="retireCalendar" danger name={name} values={{ id, version }} />}
        </div>
      )}
      <h3 className="mt-5">{t("holidays", { count: coming.length })}</h3>
      {coming.length === 0 ? (
        <p className="mt-1 text-ink-2">{t("noHolidays")}</p>
      ) : (
        <ul aria-label={t("holidaysOf", { name })} className="mt-1 gap-x-8 sm:columns-2 lg:columns-3">
          {coming.map((holiday) => (
            <li key={holiday.day} className="flex break-inside-avoid gap-3 py-1">
              <span className="figures shrink-0 basis-26">{formatDay(holiday.day, locale, { year: true })}</span>
              <span className="min-w-0 text-ink-2 wrap-anywhere">{holiday.name}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
