import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findCalendar, saveHolidays } from "../repository/calendars";
import { addHolidayInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** A day on which nobody works and no business time passes. */
export const addHoliday = useCase({
  name: "vendor.addHoliday",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: addHolidayInput,
  async run({ tx, asSystem }, { id, version, day, name }) {
    return asSystem(async () => {
      const calendar = await findCalendar(tx, id);
      if (!calendar) return err({ code: "not_found", entity: "calendar" });
      if (calendar.holidays.includes(day))
        return err({ code: "invalid", fields: { day: "vendor.errors.holidayKnown" } });
      const days = [...calendar.holidays, day].toSorted();
      const names = { ...calendar.holidayNames, [day]: name };
      if (!(await saveHolidays(tx, id, version, days, names))) return err(changedElsewhere);
      return ok({ value: { id }, events: [changed("vendor.holidayAdded", { day, name }, { kind: "calendar", id })] });
    });
  },
});
