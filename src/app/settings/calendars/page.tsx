import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/kernel/dates";
import { settingsRights } from "@/modules/vendor/access";
import { listCalendars } from "@/modules/vendor/queries/calendars";
import { listRegions } from "@/modules/vendor/queries/structure";
import { CalendarSection } from "@/modules/vendor/ui/calendar-section";
import { emptyCalendar } from "@/modules/vendor/ui/calendar-values";
import { EditCalendar } from "@/modules/vendor/ui/setting-actions";
import { newId } from "@/server/ids";
import { page } from "@/server/page";
import { zoneOptions } from "../choices";
import { SettingsPage } from "../settings-page";

export default page("settings.read", async ({ actor, tx, now }) => {
  const t = await getTranslations("vendor.calendars");
  const locale = await getLocale();
  const calendars = await listCalendars(tx);
  const regions = (await listRegions(tx, locale)).filter(({ retiredAt }) => !retiredAt);
  const { manage } = settingsRights(actor);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The fifth of January 2026 is a Monday.
  const days = Array.from({ length: 7 }, (_, index) => weekday.format(new Date(Date.UTC(2026, 0, 5 + index))));
  const zone = calendars[0]?.zone ?? actor.zone;
  const choices = {
    zones: zoneOptions(zone),
    regions: regions.map(({ id, name, depth }) => ({ value: id, label: `${"– ".repeat(depth)}${name}` })),
    days,
  };
  return (
    <SettingsPage
      current="calendars"
      count={calendars.length}
      primary={manage && <EditCalendar values={emptyCalendar(newId(), zone)} isDefault={false} {...choices} />}
    >
      <p className="max-w-prose text-ink-2">{t("which")}</p>
      {calendars.map((calendar) => (
        <CalendarSection
          key={calendar.id}
          calendar={calendar}
          choices={manage ? choices : null}
          reading={{ locale, zone: actor.zone, now, today: dayOf(now, calendar.zone), days }}
        />
      ))}
    </SettingsPage>
  );
});
