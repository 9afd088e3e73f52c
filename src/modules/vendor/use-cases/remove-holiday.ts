import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { findCalendar, saveHolidays } from "../repository/calendars";
import { removeHolidayInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** A day on which people work after all. */
export const removeHoliday = useCase({
  name: "vendor.removeHoliday",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: removeHolidayInput,
  async run({ tx, asSystem }, { id, version, day }) {
    return asSystem(async () => {
      const calendar = await findCalendar(tx, id);
      if (!calendar?.holidays.includes(day)) return err({ code: "not_found", entity: "holiday" });
      const days = calendar.holidays.filter((each) => each !== day);
      const { [day]: name = "", ...names } = calendar.holidayNames;
      if (!(await saveHolidays(tx, id, version, days, names))) return err(changedElsewhere);
      return ok({ value: { id }, events: [changed("vendor.holidayRemoved", { day, name }, { kind: "calendar", id })] });
    });
  },
});
