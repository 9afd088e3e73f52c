import { err, ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { retireCalendarRow } from "../repository/calendars";
import { retireInput } from "../schema";
import { changed, changedElsewhere } from "./changed";

/** From now on the region counts in the calendar of the region above, or in the default one. */
export const retireCalendar = useCase({
  name: "vendor.retireCalendar",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: retireInput,
  async run({ tx, now, asSystem }, { id, version }) {
    if (!(await asSystem(() => retireCalendarRow(tx, id, version, now)))) return err(changedElsewhere);
    return ok({ value: { id }, events: [changed("vendor.calendarRetired", {}, { kind: "calendar", id })] });
  },
});
